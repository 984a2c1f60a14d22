# SPDX-License-Identifier: GPL-3.0-or-later
"""A book with 1,500 places, and files of figures for it as an office would get them: month after
month, every place with every indicator, cumulative within the year."""
import subprocess

N_PLACES = 1500
INDICATORS = ("output", "investment", "industrial-investment", "upgrade-investment", "revenue",
              "tax", "electricity", "attracted-funds", "energy")
MONTHS = range(2, 13)  # January is not published alone
FIRST_YEAR = 2012


def place_names():
    return [f"第{number:04}镇" for number in range(1, N_PLACES + 1)]


def noise(number):
    """A hash of a number as a fraction, the same everywhere."""
    number = (number * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    return ((number ^ number >> 27) & 0xFFFFFF) / 0x1000000


def periods():
    year = FIRST_YEAR
    while True:
        for month in MONTHS:
            yield year, month
        year += 1


def write_csv(path, n_rows):
    names = place_names()
    monthly = [[100 + 900 * noise(place * 31 + indicator) for indicator in range(len(INDICATORS))]
               for place in range(N_PLACES)]
    left = n_rows
    with open(path, "w", encoding="utf-8") as file:
        file.write("单位,指标,期间,完成数\n")
        for year, month in periods():
            lines = []
            for place, name in enumerate(names):
                for indicator, code in enumerate(INDICATORS):
                    value = monthly[place][indicator] * (1 + 0.06 * (year - FIRST_YEAR)) * (
                        month - 0.3 * noise(place * 7919 + indicator * 104729 + year * 12 + month))
                    lines.append(f"{name},{code},{year}-{month:02},{value:.2f}\n")
            file.writelines(lines[:left])
            left -= min(left, len(lines))
            if not left:
                return


def make_book(program, folder, book):
    """Qingfeng with the places added, each by one figure of a year before."""
    first = folder / "places.csv"
    lines = [f"{name},output,{FIRST_YEAR - 1}-12,1\n" for name in place_names()]
    first.write_text("单位,指标,期间,完成数\n" + "".join(lines), encoding="utf-8")
    run(program, "init", "--place", "410922", "--book", book)
    run(program, "import", "--add-places", "--book", book, first)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


PACKAGES = ("gio-2.0", "gio-unix-2.0", "nettle", "sqlite3")
LIBRARIES = ("app/libbook.a", "app/store/libstore.a", "app/analysis/libanalysis.a",
             "app/model/libmodel.a")


def compile_program(source, build, folder, *more):
    """Links @source and @more, C files, with the libraries of @build into a program in @folder."""
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *PACKAGES], check=True,
                           capture_output=True, text=True).stdout.split()
    program = folder / source.stem
    subprocess.run(["cc", "-O2", "-std=gnu17", "-I", source.parent.parent.parent / "app",
                    "-o", program, source, *more, *(build / library for library in LIBRARIES),
                    "-Wl,--whole-archive", build / "resources/libresources.a",
                    "-Wl,--no-whole-archive", *flags, "-lm"], check=True)
    return program
