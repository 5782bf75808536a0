"""Random rooms in the form of ``cases.jsonl``.

    python rooms.py SEED COUNT [--out FILE]

The same seed gives the same rooms.  They resemble the published reference rooms but go
beyond them: other climates (southern hemisphere, high altitude, arctic, desert), other
constructions (bare and externally insulated concrete, timber frame and solid timber, thick
masonry, thin and thick sandwich panels, spandrels), stronger wind, wider glazing, and plants
with short, long, split or nightly hours.  Climate numbers are rounded approximations.
"""

import argparse
import json
import random
import sys

# name, country, latitude, longitude, UTC offset, elevation; heating dry bulb; wind in the hot
# season (speed, direction) and on the heating day (speed, direction); then the hot months:
# month, maximum dry bulb, range, wet bulb, taub, taud.
CLIMATES = (
    ("Riyadh", "SA", 24.70, 46.72, 3, 612, 6.2, (4.8, 20), (3.0, 330),
     ((5, 42.6, 13.6, 18.6, 0.46, 1.90), (6, 44.2, 14.2, 18.4, 0.42, 1.98),
      (7, 44.6, 14.0, 18.8, 0.43, 1.96), (8, 44.4, 14.0, 19.2, 0.43, 1.98))),
    ("Moscow", "RU", 55.75, 37.63, 3, 156, -22.8, (3.2, 270), (2.4, 310),
     ((6, 28.0, 9.8, 19.2, 0.37, 2.24), (7, 29.6, 9.4, 20.6, 0.40, 2.17),
      (8, 28.2, 9.6, 19.6, 0.39, 2.20))),
    ("Buenos Aires", "AR", -34.82, -58.53, -3, 20, 1.0, (4.9, 40), (3.0, 230),
     ((12, 33.4, 11.4, 22.4, 0.38, 2.35), (1, 34.0, 11.2, 23.2, 0.39, 2.33),
      (2, 32.6, 10.8, 23.2, 0.39, 2.34))),
    ("Nairobi", "KE", -1.32, 36.92, 3, 1624, 10.4, (6.2, 70), (2.0, 200),
     ((1, 28.6, 13.4, 16.0, 0.34, 2.46), (2, 29.6, 13.8, 16.0, 0.35, 2.42),
      (3, 29.2, 12.8, 16.8, 0.38, 2.33))),
    ("Reykjavik", "IS", 64.13, -21.90, 0, 61, -9.8, (6.8, 290), (5.8, 70),
     ((6, 16.2, 5.0, 11.6, 0.32, 2.42), (7, 17.8, 5.2, 13.0, 0.33, 2.38),
      (8, 16.6, 5.0, 12.6, 0.32, 2.40))),
    ("Guiyang", "CN", 26.58, 106.73, 8, 1223, -2.5, (2.1, 180), (2.0, 45),
     ((6, 28.4, 7.0, 22.0, 0.60, 1.84), (7, 30.2, 7.4, 23.0, 0.56, 1.92),
      (8, 29.8, 7.8, 22.6, 0.53, 1.95))),
    ("Shigatse", "CN", 29.25, 88.88, 8, 3836, -9.2, (2.2, 150), (1.8, 270),
     ((6, 24.2, 12.2, 12.4, 0.26, 2.46), (7, 23.0, 10.8, 13.0, 0.28, 2.40),
      (8, 22.0, 10.4, 13.0, 0.28, 2.42))),
    ("Xining", "CN", 36.72, 101.75, 8, 2295, -13.4, (1.6, 110), (1.2, 300),
     ((6, 25.2, 12.4, 14.6, 0.38, 2.16), (7, 26.6, 12.2, 16.6, 0.39, 2.15))),
    ("La Paz", "BO", -16.51, -68.19, -4, 4061, -4.6, (4.0, 90), (2.0, 280),
     ((10, 17.4, 13.4, 7.0, 0.25, 2.50), (11, 17.6, 12.6, 7.8, 0.26, 2.46),
      (12, 16.8, 11.6, 8.6, 0.27, 2.42))),
    ("Quito", "EC", -0.13, -78.49, -5, 2813, 7.4, (3.6, 10), (1.4, 180),
     ((3, 21.8, 10.2, 13.4, 0.37, 2.30), (8, 23.4, 12.6, 12.2, 0.35, 2.32),
      (9, 23.4, 12.8, 12.2, 0.36, 2.28))),
    ("Mexico City", "MX", 19.43, -99.08, -6, 2234, 5.2, (4.2, 360), (1.2, 180),
     ((4, 28.6, 13.8, 13.2, 0.44, 1.98), (5, 28.6, 13.0, 14.2, 0.45, 1.96))),
    ("Addis Ababa", "ET", 8.98, 38.80, 3, 2355, 7.2, (5.0, 110), (1.6, 90),
     ((2, 25.4, 14.2, 13.0, 0.36, 2.36), (3, 25.8, 13.6, 13.6, 0.38, 2.29),
      (4, 25.2, 12.6, 14.4, 0.39, 2.26))),
    ("Johannesburg", "ZA", -26.13, 28.23, 2, 1700, 1.2, (4.2, 320), (3.2, 200),
     ((11, 28.8, 11.2, 15.6, 0.33, 2.46), (12, 28.8, 10.4, 16.4, 0.34, 2.44),
      (1, 28.6, 10.2, 16.8, 0.34, 2.45))),
    ("Santiago", "CL", -33.38, -70.78, -4, 476, 0.2, (4.4, 200), (0.8, 20),
     ((12, 31.0, 17.2, 17.6, 0.33, 2.40), (1, 32.0, 17.4, 18.0, 0.34, 2.38))),
    ("Perth", "AU", -31.93, 115.97, 8, 29, 5.0, (5.6, 80), (2.2, 30),
     ((1, 37.2, 13.6, 19.0, 0.36, 2.38), (2, 37.0, 13.4, 19.4, 0.36, 2.37))),
    ("Darwin", "AU", -12.42, 130.89, 9.5, 30, 18.2, (4.6, 290), (3.2, 140),
     ((10, 34.2, 8.4, 25.6, 0.44, 2.20), (11, 34.2, 8.0, 26.2, 0.43, 2.25))),
    ("Auckland", "NZ", -37.02, 174.80, 12, 6, 3.0, (5.4, 50), (3.0, 160),
     ((1, 25.2, 7.0, 19.8, 0.37, 2.40), (2, 25.6, 7.0, 20.4, 0.37, 2.40))),
    ("Sao Paulo", "BR", -23.62, -46.65, -3, 803, 9.0, (3.4, 330), (2.2, 150),
     ((12, 30.8, 8.6, 20.6, 0.42, 2.26), (1, 31.4, 8.4, 21.0, 0.42, 2.27),
      (2, 31.6, 8.4, 21.2, 0.41, 2.29))),
    ("Cairo", "EG", 30.13, 31.40, 2, 74, 7.8, (4.6, 350), (3.0, 200),
     ((5, 37.0, 14.4, 19.6, 0.42, 2.02), (6, 38.0, 13.4, 20.8, 0.38, 2.13),
      (7, 37.2, 11.8, 22.6, 0.39, 2.13))),
    ("Kuwait", "KW", 29.22, 47.97, 3, 55, 4.8, (6.6, 330), (3.4, 320),
     ((7, 47.8, 16.2, 20.4, 0.50, 1.88), (8, 47.4, 16.2, 20.8, 0.48, 1.92))),
    ("Mumbai", "IN", 19.12, 72.85, 5.5, 14, 16.8, (3.8, 290), (1.4, 40),
     ((4, 34.6, 8.0, 24.6, 0.47, 2.02), (5, 34.6, 6.4, 26.0, 0.45, 2.12))),
    ("Jakarta", "ID", -6.13, 106.66, 7, 8, 21.4, (3.6, 60), (1.6, 200),
     ((9, 34.2, 10.4, 25.2, 0.50, 1.98), (10, 34.4, 9.6, 25.8, 0.48, 2.04))),
    ("Denver", "US", 39.83, -104.66, -7, 1650, -17.4, (4.6, 160), (2.6, 190),
     ((6, 33.6, 15.4, 15.4, 0.33, 2.43), (7, 35.0, 15.2, 16.2, 0.35, 2.34),
      (8, 33.8, 14.8, 16.2, 0.35, 2.36))),
    ("Las Vegas", "US", 36.08, -115.16, -8, 665, 0.2, (5.4, 220), (3.0, 250),
     ((6, 42.2, 13.2, 18.6, 0.32, 2.48), (7, 43.2, 12.2, 19.8, 0.38, 2.26))),
    ("Anchorage", "US", 61.18, -150.00, -9, 40, -23.2, (3.8, 280), (2.2, 10),
     ((6, 20.6, 7.4, 14.2, 0.34, 2.36), (7, 21.4, 7.0, 15.4, 0.36, 2.30))),
    ("Montreal", "CA", 45.47, -73.75, -5, 36, -23.4, (4.8, 230), (4.4, 270),
     ((6, 28.8, 9.6, 20.6, 0.40, 2.22), (7, 30.0, 9.2, 22.0, 0.41, 2.22))),
    ("Stockholm", "SE", 59.65, 17.95, 1, 61, -14.8, (4.2, 190), (2.6, 10),
     ((6, 25.4, 10.2, 16.4, 0.32, 2.42), (7, 27.0, 10.2, 18.2, 0.34, 2.36))),
    ("Athens", "GR", 37.90, 23.73, 2, 15, 3.0, (6.6, 30), (5.0, 10),
     ((7, 35.0, 9.2, 20.6, 0.36, 2.26), (8, 34.8, 9.0, 20.8, 0.37, 2.23))),
    ("Tashkent", "UZ", 41.27, 69.27, 5, 466, -9.6, (2.0, 300), (1.2, 70),
     ((6, 36.6, 15.6, 18.8, 0.36, 2.22), (7, 38.2, 15.8, 19.8, 0.37, 2.19))),
    ("Tehran", "IR", 35.68, 51.32, 3.5, 1191, -2.0, (5.0, 270), (1.6, 300),
     ((7, 38.6, 11.4, 18.6, 0.38, 2.14), (8, 37.6, 11.2, 18.2, 0.37, 2.18))),
    ("Ulaanbaatar", "MN", 47.92, 106.87, 8, 1309, -34.8, (3.8, 320), (0.6, 90),
     ((6, 28.6, 12.6, 14.8, 0.35, 2.28), (7, 29.8, 11.8, 17.2, 0.38, 2.20))),
    ("Kashgar", "CN", 39.48, 75.75, 8, 1385, -12.0, (2.4, 310), (1.0, 320),
     ((6, 32.6, 13.2, 18.0, 0.48, 1.88), (7, 33.8, 12.6, 19.6, 0.48, 1.90))),
    ("Hanoi", "VN", 21.22, 105.80, 7, 12, 10.2, (3.0, 140), (2.4, 30),
     ((6, 37.0, 7.8, 27.8, 0.54, 1.98), (7, 36.4, 7.2, 27.8, 0.51, 2.05))),
    ("Honolulu", "US", 21.32, -157.93, -10, 2, 16.6, (7.8, 60), (2.4, 330),
     ((8, 32.2, 6.4, 23.2, 0.37, 2.42), (9, 32.0, 6.4, 23.2, 0.37, 2.44))),
)

# name: conductivity, density, specific heat.
MATERIALS = {
    "render": (0.93, 1800, 1050), "plaster": (0.7, 1600, 1050), "lime plaster": (0.81, 1600, 1050),
    "reinforced concrete": (1.74, 2500, 920), "lightweight concrete": (0.49, 1200, 1050),
    "aerated concrete": (0.2, 700, 1050), "solid brick": (0.81, 1800, 1050),
    "hollow brick": (0.58, 1400, 1050), "concrete block": (0.9, 1600, 1000),
    "limestone": (1.7, 2200, 1000), "granite": (3.49, 2800, 920), "rammed earth": (1.1, 1900, 900),
    "EPS": (0.041, 25, 1380), "XPS": (0.032, 35, 1380), "PU foam": (0.026, 40, 1400),
    "PIR board": (0.023, 32, 1400), "rock wool": (0.045, 120, 1220),
    "wood fibre board": (0.042, 160, 2100), "steel sheet": (50.0, 7850, 480),
    "aluminium sheet": (160.0, 2800, 880), "glass pane": (1.0, 2500, 840),
    "gypsum board": (0.33, 1050, 1050), "fibre cement board": (0.35, 1400, 1050),
    "timber": (0.14, 500, 2510), "plywood": (0.17, 600, 2510), "screed": (0.93, 1800, 1050),
    "ceramic tile": (1.5, 2200, 900), "carpet": (0.06, 200, 1300),
    "mineral ceiling tile": (0.058, 350, 800), "roof membrane": (0.17, 600, 1470),
    "gravel": (0.9, 1700, 900), "soil": (1.2, 1700, 1200), "paper": (0.13, 800, 1340),
}


def layers(*parts):
    """Layers from outside to inside: (name, thickness), or a resistance for an air gap."""
    result = []
    for part in parts:
        if isinstance(part, float):
            result.append({"name": "air gap", "resistance": part})
        else:
            name, thickness = part
            conductivity, density, specific_heat = MATERIALS[name]
            result.append(
                {
                    "name": name,
                    "thickness": thickness,
                    "conductivity": conductivity,
                    "density": density,
                    "specific_heat": specific_heat,
                }
            )
    return result


class Draw(random.Random):
    """Random numbers on the grids of the cases."""

    def between(self, low, high, step, digits=4):
        """A multiple of `step` above `low`, at most `high`."""
        count = int(round((high - low) / step))
        return round(low + step * self.randint(0, count), digits)

    def chance(self, probability):
        """True with the given probability."""
        return self.random() < probability

    def weighted(self, choices):
        """A key drawn by its weight."""
        return self.choices(list(choices), list(choices.values()))[0]


# ---------------------------------------------------------------- constructions


def outside_wall(draw):
    """Description, layers and outer roughness of an outside wall."""
    d = draw.between
    options = (
        ("bare concrete", "medium_rough", lambda: layers(
            ("reinforced concrete", d(0.15, 0.35, 0.05)))),
        ("plastered concrete 300", "rough", lambda: layers(
            ("render", 0.02), ("reinforced concrete", 0.3), ("plaster", 0.015))),
        ("externally insulated concrete", "medium_rough", lambda: layers(
            ("render", 0.008), (draw.choice(("EPS", "rock wool")), d(0.04, 0.2, 0.01)),
            ("reinforced concrete", d(0.15, 0.3, 0.05)), ("plaster", 0.015))),
        ("externally insulated brick", "rough", lambda: layers(
            ("render", 0.015), ("EPS", d(0.05, 0.16, 0.01)), ("solid brick", 0.24),
            ("lime plaster", 0.015))),
        ("internally insulated concrete", "medium_rough", lambda: layers(
            ("render", 0.02), ("reinforced concrete", d(0.15, 0.3, 0.05)),
            ("XPS", d(0.03, 0.1, 0.01)), ("gypsum board", 0.012))),
        ("concrete sandwich", "medium_smooth", lambda: layers(
            ("reinforced concrete", 0.07), ("EPS", d(0.05, 0.15, 0.01)),
            ("reinforced concrete", d(0.12, 0.2, 0.02)))),
        ("cavity brick", "rough", lambda: layers(
            ("solid brick", 0.115), 0.18, ("rock wool", d(0.03, 0.12, 0.01)),
            ("concrete block", 0.14), ("plaster", 0.015))),
        ("brick", "rough", lambda: layers(
            ("render", 0.02), ("solid brick", draw.choice((0.24, 0.37, 0.49))), ("plaster", 0.02))),
        ("aerated block", "medium_rough", lambda: layers(
            ("render", 0.015), ("aerated concrete", d(0.2, 0.4, 0.05)), ("plaster", 0.015))),
        ("rammed earth", "very_rough", lambda: layers(("rammed earth", d(0.3, 0.5, 0.05)))),
        ("stone", "very_rough", lambda: layers(
            ("limestone", d(0.3, 0.5, 0.1)), ("lime plaster", 0.02))),
        ("timber frame", "medium_smooth", lambda: layers(
            ("timber", 0.02), 0.15, ("plywood", 0.012), ("rock wool", d(0.1, 0.24, 0.02)),
            ("gypsum board", 0.0125))),
        ("solid timber", "medium_smooth", lambda: layers(
            ("timber", 0.02), 0.15, ("wood fibre board", d(0.06, 0.2, 0.02)),
            ("timber", d(0.08, 0.16, 0.02)))),
        ("steel sandwich", "smooth", lambda: layers(
            ("steel sheet", 0.0006), (draw.choice(("PU foam", "PIR board", "rock wool")),
                                      d(0.04, 0.2, 0.02)), ("steel sheet", 0.0005))),
        ("glass spandrel", "very_smooth", lambda: layers(
            ("glass pane", 0.008), 0.17, ("rock wool", d(0.05, 0.15, 0.01)),
            ("steel sheet", 0.001), 0.17, ("gypsum board", 0.0125))),
        ("aluminium spandrel", "smooth", lambda: layers(
            ("aluminium sheet", 0.003), ("rock wool", d(0.06, 0.16, 0.02)),
            ("gypsum board", 0.025))),
        ("uninsulated block", "rough", lambda: layers(
            ("render", 0.015), ("concrete block", 0.19))),
    )
    description, roughness, make = draw.choice(options)
    return description, make(), roughness


def outside_roof(draw):
    """Description, layers and outer roughness of a roof."""
    d = draw.between
    options = (
        ("insulated slab", "rough", lambda: layers(
            ("roof membrane", 0.004), ("XPS", d(0.04, 0.24, 0.02)),
            ("reinforced concrete", d(0.12, 0.25, 0.01)), ("plaster", 0.015))),
        ("gravelled inverted roof", "very_rough", lambda: layers(
            ("gravel", 0.05), ("XPS", d(0.06, 0.2, 0.02)), ("roof membrane", 0.005),
            ("reinforced concrete", 0.2))),
        ("green roof", "very_rough", lambda: layers(
            ("soil", d(0.08, 0.2, 0.02)), ("XPS", d(0.08, 0.16, 0.02)),
            ("reinforced concrete", 0.2), 0.17, ("mineral ceiling tile", 0.015))),
        ("bare slab", "medium_rough", lambda: layers(
            ("screed", 0.03), ("reinforced concrete", d(0.1, 0.2, 0.02)), ("plaster", 0.01))),
        ("internally insulated slab", "rough", lambda: layers(
            ("roof membrane", 0.004), ("reinforced concrete", 0.15), ("rock wool", 0.08),
            ("gypsum board", 0.0125))),
        ("steel sandwich", "smooth", lambda: layers(
            ("steel sheet", 0.0006), ("PIR board", d(0.05, 0.2, 0.01)), ("steel sheet", 0.0005))),
        ("single steel sheet with lining", "medium_smooth", lambda: layers(
            ("steel sheet", 0.0007), ("rock wool", d(0.03, 0.1, 0.01)), 0.17,
            ("gypsum board", 0.0125))),
        ("timber roof", "medium_smooth", lambda: layers(
            ("roof membrane", 0.004), ("plywood", 0.022), ("wood fibre board", d(0.1, 0.28, 0.02)),
            ("gypsum board", 0.0125))),
        ("slab with false ceiling", "rough", lambda: layers(
            ("roof membrane", 0.004), ("screed", 0.03), ("EPS", d(0.05, 0.2, 0.01)),
            ("reinforced concrete", 0.14), 0.17, ("mineral ceiling tile", 0.015))),
    )
    description, roughness, make = draw.choice(options)
    return description, make(), roughness


def floor_finish(draw):
    """Innermost layers of a floor."""
    return draw.choice((
        (("screed", 0.04), ("ceramic tile", 0.01)), (("screed", 0.05), ("carpet", 0.006)),
        (("screed", 0.04), ("timber", 0.015)), (), (0.17, ("plywood", 0.035), ("carpet", 0.006)),
    ))


def inner_floor(draw):
    """Floor between storeys."""
    if draw.chance(0.2):
        return "timber joists", layers(("gypsum board", 0.0125), 0.17, ("plywood", 0.022),
                                       ("timber", 0.015))
    return "interior slab", layers(
        ("reinforced concrete", draw.between(0.1, 0.3, 0.01)), *floor_finish(draw))


def ground_floor(draw):
    """Floor on the ground."""
    slab = ("reinforced concrete", draw.between(0.1, 0.25, 0.01))
    insulation = ("XPS", draw.between(0.02, 0.15, 0.01))
    order = draw.choice(((slab,), (slab, insulation), (insulation, slab)))
    finish = floor_finish(draw)
    if order[-1] is insulation and not finish:
        finish = (("screed", 0.05),)
    return "ground slab", layers(*order, *finish)


def outdoor_floor(draw):
    """Floor over open air."""
    if draw.chance(0.25):
        return "light raised floor", layers(
            ("steel sheet", 0.001), ("rock wool", 0.12), ("plywood", 0.03)), "medium_smooth"
    return "exposed slab", layers(
        ("render", 0.01), ("EPS", draw.between(0.03, 0.16, 0.01)),
        ("reinforced concrete", draw.between(0.12, 0.3, 0.02)), *floor_finish(draw)), "medium_rough"


def inner_ceiling(draw):
    """Ceiling below another storey; its far face is that storey's floor."""
    slab = ("reinforced concrete", draw.between(0.1, 0.3, 0.01))
    return draw.choice((
        ("slab soffit", layers(("screed", 0.04), slab)),
        ("tiled slab soffit", layers(("ceramic tile", 0.01), ("screed", 0.025), slab,
                                     ("plaster", 0.01))),
        ("slab and mineral false ceiling", layers(("screed", 0.04), slab, 0.17,
                                                  ("mineral ceiling tile", 0.015))),
        ("timber ceiling", layers(("timber", 0.02), ("plywood", 0.022), 0.17,
                                  ("gypsum board", 0.0125))),
    ))


def partition(draw):
    """Inner wall."""
    return draw.choice((
        ("stud partition", layers(("gypsum board", 0.0125), 0.15, ("gypsum board", 0.0125))),
        ("double stud partition", layers(("gypsum board", 0.025), ("rock wool", 0.05),
                                         ("gypsum board", 0.025))),
        ("brick partition", layers(("plaster", 0.015), ("solid brick", 0.115), ("plaster", 0.015))),
        ("concrete wall", layers(("reinforced concrete", draw.between(0.15, 0.3, 0.05)),)),
        ("block partition", layers(("plaster", 0.01), ("lightweight concrete", 0.12),
                                   ("plaster", 0.01))),
        ("timber wall", layers(("timber", 0.1),)),
    ))


def furniture_piece(draw):
    """Furniture as a slab with one exposed face."""
    return draw.choice((
        ("timber furniture", layers(("timber", draw.between(0.015, 0.04, 0.005)))),
        ("timber furniture", layers(("timber", draw.between(0.015, 0.04, 0.005)))),
        ("steel furniture", layers(("steel sheet", 0.0015))),
        ("stacked paper", layers(("paper", draw.between(0.04, 0.12, 0.02)))),
    ))


# ---------------------------------------------------------------- rooms


# Width, depth to width, height; m2 a person, fresh air L/s a person; W/m2 of lights and
# equipment; (sensible, latent) W a person.
USES = {
    "office": ((3, 15), (0.6, 1.8), (2.7, 4), (3.5, 12), 8.3, (6, 15), (8, 28),
              ((65, 70), (61, 73))),
    "classroom": ((7, 12), (0.7, 1.5), (3, 3.8), (1.2, 2.5), 7.5, (7, 14), (3, 10),
                  ((58, 50), (61, 73))),
    "shop": ((5, 24), (0.6, 1.6), (3.2, 5.5), (2.5, 7), 5.4, (9, 22), (3, 18),
             ((58, 123), (64, 117))),
    "restaurant": ((5, 18), (0.5, 2), (3, 4.5), (1.4, 3), 7, (8, 16), (12, 40),
              ((67, 92), (61, 73))),
    "hotel room": ((3.6, 9), (0.5, 2), (2.5, 3.2), (8, 20), 12, (5, 13), (4, 16),
                   ((62, 46), (58, 50))),
    "bank hall": ((10, 20), (0.5, 1.5), (3.6, 6), (4, 8), 7.5, (9, 16), (8, 24),
              ((61, 73), (65, 70))),
    "factory floor": ((15, 40), (0.5, 1.8), (5, 10), (15, 60), 8.3, (7, 14), (25, 90),
                      ((70, 165), (74, 161))),
    "server room": ((3, 10), (0.5, 1.6), (3, 3.8), (20, 90), 11, (8, 12), (150, 800),
                    ((61, 73),)),
    "cinema": ((10, 24), (0.9, 1.8), (5, 9), (0.9, 1.8), 5, (2, 8), (2, 8), ((63, 45), (58, 50))),
}

# First hour on and number of hours, by use.
HOURS = {
    "office": (((7, 11), (8, 10), (9, 9), (8, 14), (6, 16), (0, 24)), (4, 3, 3, 1, 1, 1)),
    "classroom": (((7, 11), (8, 9), (8, 4), (13, 5), (7, 15)), (3, 3, 1, 1, 2)),
    "shop": (((8, 13), (9, 13), (10, 12), (7, 17), (0, 24)), (3, 3, 3, 1, 1)),
    "restaurant": (((10, 11), (7, 15), (17, 8), (18, 9), (16, 10), (11, 15)), (2, 2, 2, 2, 1, 1)),
    "hotel room": (((0, 24), (16, 17), (20, 10), (21, 8)), (4, 3, 2, 2)),
    "bank hall": (((7, 10), (8, 9), (9, 8), (9, 5)), (3, 3, 2, 1)),
    "factory floor": (((7, 12), (8, 10), (0, 24), (6, 16), (20, 10), (22, 8)), (3, 3, 2, 1, 1, 1)),
    "server room": (((0, 24),), (1,)),
    "cinema": (((12, 12), (14, 12), (17, 8), (18, 9)), (1, 2, 2, 2)),
}


def plant_hours(draw, use):
    """The plant's 24 hours; they may run past midnight or pause at midday."""
    spans, weights = HOURS[use]
    first, count = draw.choices(spans, weights)[0]
    on = [0] * 24
    for hour in range(first, first + count):
        on[hour % 24] = 1
    if use in ("office", "bank hall", "factory floor") and count >= 9 and count < 24 \
            and draw.chance(0.08):
        on[12] = on[13] = 0
    return on


def schedules(draw, use, on):
    """Hourly fractions of people, lights and equipment."""
    lead = draw.choice((0, 0, 1))
    occupied = [
        bool(on[h]) and (lead == 0 or all(on) or bool(on[h - 1])) for h in range(24)
    ]
    people, lights, equipment = [], [], []
    for hour in range(24):
        busy = occupied[hour]
        if use == "server room":
            day = 8 <= hour < 18
            people.append(1.0 if day else draw.between(0.0, 0.3, 0.05))
            lights.append(1.0 if day else draw.between(0.1, 0.3, 0.05))
            equipment.append(1.0 if draw.chance(0.8) else draw.between(0.7, 1.0, 0.05))
            continue
        if use == "hotel room":
            away = 9 <= hour < 17
            evening = 18 <= hour < 23
            people.append(draw.between(0.1, 0.3, 0.05) if away else 1.0 if hour < 7 or hour >= 20
                          else draw.between(0.5, 0.8, 0.05))
            lights.append(1.0 if evening else draw.between(0.0, 0.3, 0.05))
            equipment.append(draw.between(0.8, 1.0, 0.05) if evening
                             else draw.between(0.2, 0.4, 0.05))
            continue
        if not busy:
            people.append(0.0)
            lights.append(draw.between(0.0, 0.15, 0.05))
            equipment.append(draw.between(0.05, 0.25, 0.05))
            continue
        if use in ("restaurant", "cinema"):
            meal = hour in (11, 12, 13, 17, 18, 19, 20, 21, 22)
            people.append(draw.between(0.7, 1.0, 0.05) if meal else draw.between(0.2, 0.6, 0.05))
        elif hour in (12, 13):
            people.append(draw.between(0.5, 0.7, 0.05))
        else:
            people.append(draw.between(0.8, 1.0, 0.05))
        lights.append(draw.between(0.05, 0.3, 0.05) if use == "cinema" and draw.chance(0.7)
                      else draw.between(0.85, 1.0, 0.05))
        equipment.append(draw.between(0.8, 1.0, 0.05))
    return people, lights, equipment


def glazing(draw):
    """Words, U and SHGC of a window."""
    kind = draw.weighted({"single": 3, "double": 4, "double low-e": 4, "triple": 3, "any": 3})
    span = {
        "single": ((4.6, 5.8), (0.45, 0.85)),
        "double": ((2.4, 3.4), (0.4, 0.76)),
        "double low-e": ((1.1, 2.2), (0.2, 0.62)),
        "triple": ((0.9, 1.4), (0.2, 0.55)),
        "any": ((0.9, 5.8), (0.2, 0.85)),
    }[kind]
    words = "unusual pane" if kind == "any" else kind
    return {
        "glazing": words,
        "u": draw.between(*span[0], 0.01, 2),
        "shgc": draw.between(*span[1], 0.001, 3),
    }


def window(draw, pane, width, height, use):
    """A window in a wall of the given size, or None where none fits."""
    w = round(width * draw.between(0.4, 0.97, 0.01), 2)
    high = draw.between(0.03, 0.2, 0.01) if use == "factory floor" else draw.between(0.2, 0.9, 0.01)
    h = round(height * high, 2)
    sill = draw.between(0.0, 1.0, 0.1, 1)
    if sill + h > height - 0.05:
        sill = round((height - h) * 0.5, 2)
    left = round((width - w) / 2, 3)
    overhang = None
    if draw.chance(0.4):
        overhang = {
            "depth": draw.between(0.3, 2.5, 0.1, 1),
            "gap": draw.between(0.0, 0.5, 0.1, 1),
            "side": draw.between(0.0, 0.6, 0.1, 1),
        }
    return {
        "width": w, "height": h, "area": round(w * h, 4), "sill": sill, "left": left,
        **pane, "overhang": overhang,
    }


def opaque(draw, description, built, roughness=None, inside=None):
    """A construction with its faces."""
    result = {
        "description": description,
        "layers": built,
        "inside": {
            "solar_absorptance": inside or draw.between(0.2, 0.6, 0.05, 2),
            "emissivity": 0.9,
        },
    }
    if roughness:
        result["outside"] = {
            "solar_absorptance": draw.between(0.2, 0.9, 0.05, 2),
            "emissivity": 0.9 if draw.chance(0.85) else 0.6,
            "roughness": roughness,
        }
    return result


def weather(draw, case):
    """Site, design days and ground of a case."""
    name, country, latitude, longitude, offset, elevation, cold, wind, winter, months = (
        draw.choice(CLIMATES)
    )
    case["site"] = {
        "name": name, "country": country, "source": "approximate, assumed",
        "latitude": latitude, "longitude": longitude, "utc_offset": offset,
        "elevation": elevation, "ground_reflectance": 0.2,
    }
    gusty = draw.choice((1.0, 1.0, 1.0, 1.5, 2.2))
    first = draw.randrange(len(months))
    chosen = sorted(months[first:first + draw.randint(1, 4)])
    case["cooling_days"] = [
        {
            "month": month, "day": 21, "dry_bulb_max": hot, "dry_bulb_range": swing,
            "wet_bulb": wet, "wind_speed": round(wind[0] * gusty, 1), "wind_direction": wind[1],
            "taub": taub, "taud": taud,
        }
        for month, hot, swing, wet, taub, taud in chosen
    ]
    hot_months = [entry[0] for entry in months]
    month = 7 if latitude < 0 else 1
    if month in hot_months:
        month = 7 if month == 1 else 1
    case["heating_day"] = {
        "month": month, "day": 21, "dry_bulb": cold,
        "wind_speed": round(winter[0] * gusty, 1), "wind_direction": winter[1],
    }
    mean = sum(entry[1] - entry[2] / 2 for entry in months) / len(months)
    cooling = max(4.0, min(28.0, round(mean - 3)))
    return {"cooling": cooling, "heating": round(max(1.0, cooling - draw.randint(4, 12)), 1)}


def make_room(draw, identity):
    """One case."""
    case = {"id": identity}
    ground = weather(draw, case)
    use = draw.choice(list(USES))
    span, ratio, heights, density, fresh, lamps, machines, bodies = USES[use]
    width = draw.between(*span, 0.1, 1)
    depth = round(max(2.8, width * draw.uniform(*ratio)), 1)
    height = draw.between(*heights, 0.1, 1)
    azimuth = draw.between(0, 355, 5, 0)
    outside = {"front"} if use != "server room" or draw.chance(0.5) else set()
    for name in ("right", "back", "left"):
        if draw.chance(0.32 if use != "factory floor" else 0.55):
            outside.add(name)
    roof = draw.chance(0.35 if use != "factory floor" else 0.8)
    floor = draw.weighted({"adiabatic": 5, "ground": 3, "outdoors": 2})
    if use == "factory floor" and floor != "ground" and draw.chance(0.6):
        floor = "ground"
    case["ground_temperature"] = ground if floor == "ground" else None
    pane = glazing(draw)
    blind = 1.0 if use == "cinema" else 0.15
    surfaces = []
    for turn, name in enumerate(("front", "right", "back", "left")):
        length = width if turn % 2 == 0 else depth
        windows = []
        if name in outside and not draw.chance(blind if name == "front" else max(0.4, blind)):
            windows.append(window(draw, pane, length, height, use))
        area = length * height
        surfaces.append({
            "name": name, "kind": "wall",
            "boundary": "outdoors" if name in outside else "adiabatic",
            "azimuth": (int(azimuth) + 90 * turn) % 360, "tilt": 90, "width": length,
            "height": height, "construction": "wall" if name in outside else "partition",
            "windows": windows, "area": round(area, 4),
            "net_area": round(area - sum(w["area"] for w in windows), 4),
        })
    area = round(width * depth, 4)
    for name, kind, boundary, tilt, construction in (
        ("top", "roof", "outdoors" if roof else "adiabatic", 0, "roof" if roof else "ceiling"),
        ("floor", "floor", floor, 180, "floor"),
    ):
        surfaces.append({
            "name": name, "kind": kind, "boundary": boundary, "tilt": tilt, "width": width,
            "height": depth, "construction": construction, "windows": [], "area": area,
            "net_area": area,
        })
    constructions = {}
    if outside:
        constructions["wall"] = opaque(draw, *outside_wall(draw))
    if roof:
        constructions["roof"] = opaque(draw, *outside_roof(draw))
    else:
        constructions["ceiling"] = opaque(draw, *inner_ceiling(draw))
    make_floor = {"adiabatic": inner_floor, "ground": ground_floor, "outdoors": outdoor_floor}
    constructions["floor"] = opaque(
        draw, *make_floor[floor](draw), inside=draw.between(0.3, 0.85, 0.05, 2))
    if len(outside) < 4:
        constructions["partition"] = opaque(draw, *partition(draw))
    furniture = None
    if draw.chance(0.6):
        furniture = {
            "area": round(area * draw.between(0.2, 1.4, 0.05), 2), "construction": "furniture"}
        constructions["furniture"] = opaque(draw, *furniture_piece(draw), inside=0.6)
    case["room"] = {
        "use": use, "width": width, "depth": depth, "height": height, "floor_area": area,
        "volume": round(area * height, 4), "azimuth": int(azimuth), "surfaces": surfaces,
        "furniture": furniture,
    }
    case["constructions"] = constructions
    on = plant_hours(draw, use)
    people, lights, equipment = schedules(draw, use, on)
    count = max(1, round(area / draw.uniform(*density)))
    sensible, latent = draw.choice(bodies)
    case["people"] = {
        "count": count, "sensible": sensible, "latent": latent, "radiant_fraction": 0.3,
        "schedule": people,
    }
    case["lights"] = {
        "power": draw.between(*lamps, 0.5, 1), "radiant_fraction": draw.choice((0.37, 0.42, 0.57)),
        "visible_fraction": draw.choice((0.1, 0.18)), "schedule": lights,
    }
    case["equipment"] = {
        "power": int(draw.between(*machines, 10 if use == "server room" else 1)),
        "radiant_fraction": 0.1 if use == "server room" else draw.choice((0.1, 0.3, 0.5)),
        "latent_fraction": draw.choice((0.1, 0.2, 0.3)) if use == "restaurant" else 0,
        "schedule": equipment,
    }
    tight = draw.choice((1.0, 0.5, 0.25))
    leaks = 2.0 if use in ("shop", "restaurant", "factory floor", "bank hall") else 0.8
    case["infiltration"] = {
        "ach": draw.between(0.0, leaks, 0.05, 2),
        "schedule": [tight if hour else 1.0 for hour in on],
    }
    case["ventilation"] = {"flow": round(max(11.0, count * fresh * draw.uniform(0.8, 1.3)), 1)}
    case["thermostat"] = {
        "cooling": draw.between(22.0, 28.0, 0.5, 1),
        "relative_humidity": draw.between(0.4, 0.65, 0.05, 2),
        "heating": draw.randint(16, 22), "on": on,
    }
    return case


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--out", help="file of the rooms (standard output without it)")
    arguments = parser.parse_args()
    draw = Draw(arguments.seed)
    out = open(arguments.out, "w", encoding="utf-8") if arguments.out else sys.stdout
    for number in range(1, arguments.count + 1):
        case = make_room(draw, f"room-{arguments.seed}-{number:03d}")
        print(json.dumps(case, separators=(",", ":"), ensure_ascii=False), file=out)
    if out is not sys.stdout:
        out.close()


if __name__ == "__main__":
    main()
