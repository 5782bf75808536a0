"""Cooling and heating loads of reference rooms by EnergyPlus.

    python run.py CASES.jsonl [--out OUT.jsonl] [--diagnosis OUT.jsonl] [--jobs N]

Prints one JSON line a room, in the form of ``loads.jsonl``, with the field
``seconds`` added: ``process`` is the wall-clock time of the EnergyPlus process,
``run`` the elapsed time EnergyPlus reports itself.

Sensible loads come from EnergyPlus.  The vapour balance of the room is solved here
with the air temperatures and infiltration flows of EnergyPlus at every time step,
and the ventilation loads from the hourly means of the outdoor state.
"""

import argparse
import json
import math
import sys
from concurrent.futures import ThreadPoolExecutor

import model

LATENT_HEAT = 2_501_000.0
CP_AIR = 1006.0
CP_VAPOUR = 1860.0


# ---------------------------------------------------------------- moist air


def saturation_pressure(celsius):
    """Saturation pressure over ice or water (Hyland and Wexler), Pa."""
    t = celsius + 273.15
    if celsius < 0:
        return math.exp(
            -5.6745359e3 / t + 6.3925247 - 9.677843e-3 * t + 6.2215701e-7 * t**2
            + 2.0747825e-9 * t**3 - 9.484024e-13 * t**4 + 4.1635019 * math.log(t)
        )
    return math.exp(
        -5.8002206e3 / t + 1.3914993 - 4.8640239e-2 * t + 4.1764768e-5 * t**2
        - 1.4452093e-8 * t**3 + 6.5459673 * math.log(t)
    )


def humidity_ratio(celsius, relative_humidity, pressure):
    """Humidity ratio of air at a temperature and relative humidity."""
    vapour = relative_humidity * saturation_pressure(celsius)
    return 0.621945 * vapour / (pressure - vapour)


def density(celsius, ratio, pressure):
    """Density of moist air, kg/m3."""
    return pressure / (287.0 * (celsius + 273.15) * (1 + 1.6078 * ratio))


# ---------------------------------------------------------------- the answer


def hourly(values, steps):
    """Means over the hours of a series of time steps."""
    return [sum(values[i * steps:(i + 1) * steps]) / steps for i in range(len(values) // steps)]


def site_series(series, name):
    """A series of the weather, whatever key EnergyPlus gives it."""
    return next(values for (_, variable), values in series.items() if variable == name)


def vapour_balance(case, series, pressure, w_set, steps):
    """Hourly rates of vapour removed (kg/s) and humidity ratios on a cooling day.

    Backward differences over the time steps; the day is repeated until periodic.  While the
    plant is on, the air is weighed at the set temperature: it gets there within the step.
    """
    t_set = case["thermostat"]["cooling"]
    latent = LATENT_HEAT + CP_VAPOUR * t_set
    temperature = series[(model.ZONE, "Zone Mean Air Temperature")]
    flow = series[(model.ZONE, "Zone Infiltration Mass Flow Rate")]
    outdoor = site_series(series, "Site Outdoor Air Humidity Ratio")
    people, equipment = case["people"], case["equipment"]
    sources = [
        (
            people["count"] * people["latent"] * people["schedule"][hour]
            + equipment["power"] * equipment["latent_fraction"] * case["room"]["floor_area"]
            * equipment["schedule"][hour]
        )
        / latent
        for hour in range(24)
    ]
    seconds = 3600 / steps
    w = w_set
    for _ in range(1000):
        first = w
        removed, ratios = [], []
        for step in range(24 * steps):
            hour = step // steps
            on = case["thermostat"]["on"][hour]
            celsius = min(temperature[step], t_set) if on else temperature[step]
            capacity = case["room"]["volume"] * density(celsius, w, pressure) / seconds
            gain = sources[hour] + flow[step] * outdoor[step]
            free = (capacity * w + gain) / (capacity + flow[step])
            if on and free > w_set:
                removed.append(capacity * (w - w_set) + gain - flow[step] * w_set)
                w = w_set
            else:
                removed.append(0.0)
                w = free
            ratios.append(w)
        if abs(w - first) < 1e-9:
            break
    return hourly(removed, steps), hourly(ratios, steps)


def cooling_day(case, day, series, answer, steps):
    """The five hourly lists of one cooling day."""
    thermostat = case["thermostat"]
    on = thermostat["on"]
    w_set, m = answer["room_humidity_ratio"], answer["ventilation_mass_flow"]
    latent = LATENT_HEAT + CP_VAPOUR * thermostat["cooling"]
    supplied = hourly(series[(model.ZONE, "Zone Air Heat Balance System Air Transfer Rate")], steps)
    removed, _ = vapour_balance(case, series, answer["pressure"], w_set, steps)
    t_out = hourly(site_series(series, "Site Outdoor Air Drybulb Temperature"), steps)
    w_out = hourly(site_series(series, "Site Outdoor Air Humidity Ratio"), steps)
    result = {"month": day["month"]}
    lists = [[], [], [], [], []]
    for hour in range(24):
        if on[hour]:
            parts = [
                max(0.0, -supplied[hour]),
                latent * removed[hour],
                m * (CP_AIR + CP_VAPOUR * w_out[hour]) * (t_out[hour] - thermostat["cooling"]),
                m * latent * (w_out[hour] - w_set),
            ]
            parts.append(max(0.0, parts[0] + parts[2]) + max(0.0, parts[1] + parts[3]))
        else:
            parts = [0.0] * 5
        for values, part in zip(lists, parts):
            values.append(part)
    names = ("room_sensible", "room_latent", "ventilation_sensible", "ventilation_latent", "total")
    result.update(zip(names, lists))
    return result


def largest(days, value, hours=range(24)):
    """Largest hourly value over the days; on a tie the higher month, then the higher hour."""
    best = max(
        ((value(day, hour), day["month"], hour + 1) for day in days for hour in hours),
        key=lambda entry: (round(entry[0], 1), entry[1], entry[2]),
        default=(0.0, 0, 0),
    )
    return {"value": best[0], "month": best[1], "hour": best[2]}


def peaks(case, days):
    """The peak values of the cooling days."""
    on = case["thermostat"]["on"]
    running = all(on)
    after_start = [h for h in range(24) if on[h] and (running or on[h - 1])]
    total = largest(days, lambda day, hour: day["total"][hour])
    peak_day = next(day for day in days if day["month"] == total["month"])
    for name in ("room_sensible", "room_latent", "ventilation_sensible", "ventilation_latent"):
        total[name] = peak_day[name][total["hour"] - 1]
    return {
        "total": total,
        "total_after_start": largest(days, lambda day, hour: day["total"][hour], after_start),
        "room": largest(days, lambda d, h: d["room_sensible"][h] + d["room_latent"][h]),
        "room_sensible": largest(days, lambda day, hour: day["room_sensible"][hour]),
        "room_latent": largest(days, lambda day, hour: day["room_latent"][hour]),
    }


def heating_load(case, series, answer):
    """Room, ventilation and total heating load."""
    rates = series[(model.ZONE, "Zone Air Heat Balance System Air Transfer Rate")]
    t_out = site_series(series, "Site Outdoor Air Drybulb Temperature")[-1]
    w_out = site_series(series, "Site Outdoor Air Humidity Ratio")[-1]
    room = sum(rates) / len(rates)
    lift = case["thermostat"]["heating"] - t_out
    ventilation = max(0.0, answer["ventilation_mass_flow"] * (CP_AIR + CP_VAPOUR * w_out) * lift)
    return {"room": room, "ventilation": ventilation, "total": room + ventilation}


def rounded(value, digits=1):
    """Every number of a nested answer rounded."""
    if isinstance(value, dict):
        return {key: rounded(entry, digits) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded(entry, digits) for entry in value]
    return round(value, digits) if isinstance(value, float) else value


def loads(case, series, steps=model.STEPS_PER_HOUR):
    """The answer of one case from the series of its design days."""
    thermostat = case["thermostat"]
    pressure = site_series(series[0], "Site Outdoor Air Barometric Pressure")[0]
    answer = {
        "id": case["id"],
        "pressure": pressure,
        "room_humidity_ratio": humidity_ratio(
            thermostat["cooling"], thermostat["relative_humidity"], pressure
        ),
        "ventilation_mass_flow": case["ventilation"]["flow"] / 1000 * pressure
        / (287.05 * 293.15),
    }
    days = [
        cooling_day(case, day, entry, answer, steps)
        for day, entry in zip(case["cooling_days"], series)
    ]
    return {
        "id": answer["id"],
        "pressure": round(pressure, 1),
        "room_humidity_ratio": round(answer["room_humidity_ratio"], 6),
        "ventilation_mass_flow": round(answer["ventilation_mass_flow"], 5),
        "peak": rounded(peaks(case, days)),
        "heating": rounded(heating_load(case, series[-1], answer)),
        "days": rounded(days),
    }


# ---------------------------------------------------------------- the diagnosis

# Name, EnergyPlus series, decimals; weather first, then the balance of the room air.
WEATHER = (
    ("dry_bulb", "Site Outdoor Air Drybulb Temperature", 3),
    ("wet_bulb", "Site Outdoor Air Wetbulb Temperature", 2),
    ("humidity_ratio", "Site Outdoor Air Humidity Ratio", 6),
    ("sky_temperature", "Site Sky Temperature", 2),
    ("direct_normal", "Site Direct Solar Radiation Rate per Area", 1),
    ("diffuse_horizontal", "Site Diffuse Solar Radiation Rate per Area", 1),
)
ROOM = (
    ("air_temperature", "Zone Mean Air Temperature", 3),
    ("gains_convective", "Zone Air Heat Balance Internal Convective Heat Gain Rate", 1),
    ("surfaces_convective", "Zone Air Heat Balance Surface Convection Rate", 1),
    ("infiltration_sensible", "Zone Air Heat Balance Outdoor Air Transfer Rate", 1),
    ("air_storage", "Zone Air Heat Balance Air Energy Storage Rate", 1),
)
# Sun on the outside of a face and through a window, every day.
SUN = tuple(
    (f"incident_{name}", f"Surface Outside Face Incident {kind} Solar Radiation Rate per Area", 1)
    for name, kind in (
        ("beam", "Beam"), ("sky_diffuse", "Sky Diffuse"), ("ground_diffuse", "Ground Diffuse")
    )
) + (
    ("transmitted_beam", "Surface Window Transmitted Beam Solar Radiation Rate", 1),
    ("transmitted_diffuse", "Surface Window Transmitted Diffuse Solar Radiation Rate", 1),
)
# Temperatures and heat of the faces, on the day of the peak total and the heating day.
FACES = (
    ("outside_coefficient", "Surface Outside Face Convection Heat Transfer Coefficient", 2),
    ("outside_temperature", "Surface Outside Face Temperature", 2),
    ("inside_temperature", "Surface Inside Face Temperature", 2),
    ("inside_coefficient", "Surface Inside Face Convection Heat Transfer Coefficient", 3),
    ("convection_to_room", "Surface Inside Face Convection Heat Gain Rate", 1),
    ("absorbed_solar_inside", "Surface Inside Face Solar Radiation Heat Gain Rate", 1),
)


def faces(case, series, table, steps):
    """Hourly means of a table of series, by surface and by window."""
    outdoors = {s["name"] for s in case["room"]["surfaces"] if s["boundary"] == "outdoors"}
    opaque = [(surface["name"], surface["name"]) for surface in case["room"]["surfaces"]]
    if case["room"]["furniture"]:
        opaque.append(("furniture", "furniture"))
    panes = []
    for surface in case["room"]["surfaces"]:
        for index, _ in enumerate(surface["windows"]):
            label = surface["name"] + (f" {index + 1}" if index else "")
            panes.append((label, model.window_name(surface, index)))
    result = {}
    for kind, entries in (("surfaces", opaque), ("windows", panes)):
        result[kind] = {}
        for label, key in entries:
            found = {}
            for name, variable, digits in table:
                outer = name.startswith(("incident_", "outside_"))
                if outer and kind == "surfaces" and label not in outdoors:
                    continue
                if (key, variable) in series:
                    # EnergyPlus counts convection as what the face receives.
                    sign = -1.0 if name == "convection_to_room" else 1.0
                    means = hourly(series[(key, variable)], steps)
                    found[name] = [round(sign * value, digits) for value in means]
            if found:
                result[kind][label] = found
    return result


def diagnosed_day(case, day, series, answer, steps):
    """Weather, room air and sun of one cooling day."""
    outdoor = {
        name: rounded(hourly(site_series(series, variable), steps), digits)
        for name, variable, digits in WEATHER
    }
    for name, variable in (("sun_altitude", "Altitude"), ("sun_azimuth", "Azimuth")):
        angles = site_series(series, f"Site Solar {variable} Angle")
        # The step that ends at half past the hour.
        outdoor[name] = rounded(angles[steps // 2 - 1::steps], 2)
    room = {
        name: rounded(hourly(series[(model.ZONE, variable)], steps), digits)
        for name, variable, digits in ROOM
    }
    balance = vapour_balance(
        case, series, answer["pressure"], answer["room_humidity_ratio"], steps
    )
    room["humidity_ratio"] = rounded(balance[1], 6)
    return {
        "month": day["month"], "outdoor": outdoor, "room": room,
        **faces(case, series, SUN, steps),
    }


def diagnosis(case, series, answer, steps=model.STEPS_PER_HOUR):
    """What happened inside the room, in the form of ``diagnosis.jsonl``."""
    days = []
    for day, entry in zip(case["cooling_days"], series):
        result = diagnosed_day(case, day, entry, answer, steps)
        if day["month"] == answer["peak"]["total"]["month"]:
            for kind, names in faces(case, entry, FACES, steps).items():
                for label, found in names.items():
                    result[kind].setdefault(label, {}).update(found)
        days.append(result)
    last = series[-1]
    heating = {
        "sky_temperature": round(site_series(last, "Site Sky Temperature")[-1], 2),
        "outdoor_humidity_ratio": round(
            site_series(last, "Site Outdoor Air Humidity Ratio")[-1], 6
        ),
    }
    for name, variable, digits in ROOM:
        if name in ("infiltration_sensible", "surfaces_convective"):
            heating[name] = round(hourly(last[(model.ZONE, variable)], steps)[-1], digits)
    for kind, names in faces(case, last, FACES[:-1], steps).items():
        heating[kind] = {
            label: {name: values[-1] for name, values in found.items()}
            for label, found in names.items()
        }
    return {"id": case["id"], "days": days, "heating_day": heating}


# ---------------------------------------------------------------- command line


def answer_case(case, diagnose):
    """Loads, and the diagnosis if wanted, of one case."""
    series, seconds, _ = model.run(case, diagnosis=diagnose)
    answer = loads(case, series)
    answer["seconds"] = rounded(seconds, 3)
    return answer, diagnosis(case, series, answer) if diagnose else None


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", help="rooms, one JSON object a line")
    parser.add_argument("--out", help="file of the answers (standard output without it)")
    parser.add_argument("--diagnosis", help="file of the diagnosis")
    parser.add_argument("--jobs", type=int, default=1, help="processes at a time")
    arguments = parser.parse_args()
    with open(arguments.cases, encoding="utf-8") as file:
        cases = [json.loads(line) for line in file if line.strip()]
    out = open(arguments.out, "w", encoding="utf-8") if arguments.out else sys.stdout
    inner = open(arguments.diagnosis, "w", encoding="utf-8") if arguments.diagnosis else None
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for answer, details in pool.map(lambda c: answer_case(c, inner is not None), cases):
            print(json.dumps(answer, separators=(",", ":")), file=out, flush=True)
            if inner:
                print(json.dumps(details, separators=(",", ":")), file=inner, flush=True)
    for file in (out, inner):
        if file not in (None, sys.stdout):
            file.close()


if __name__ == "__main__":
    main()
