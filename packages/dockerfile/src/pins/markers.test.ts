import { expect, test } from "vitest";
import { type Applies, linux, markerApplies } from "./markers.ts";
import { parseMarker } from "./parse-marker.ts";

const python = { ...linux, python_version: "3.8" };

test.each<[string, Applies]>([
  ["", true],
  ["python_version < '3.8'", false],
  ["python_version >= '3.8'", true],
  ["python_version < '3.10'", true],
  ["'3.7' < python_version", true],
  ["python_version in '3.6 3.7 3.8'", true],
  ["python_version == '3.*'", true],
  ["sys_platform == 'linux'", true],
  ['sys.platform == "win32"', false],
  ["sys_platform != 'darwin'", true],
  ["os_name == 'nt' or platform_system == 'Linux'", true],
  ["platform_machine == 'x86_64'", "unknown"],
  ["platform_machine == 'x86_64' and sys_platform == 'win32'", false],
  ["platform_machine == 'x86_64' or sys_platform == 'linux'", true],
  ["platform_machine == 'x86_64' or sys_platform == 'win32'", "unknown"],
  ["(platform_machine == 'x86_64' or sys_platform == 'win32') and python_version > '3'", "unknown"],
  ["sys_platform == 'win32' and python_version > '3' or os_name == 'posix'", true],
  ["python_full_version < '3.7'", false],
  ["python_full_version >= '3.7.1'", true],
  ["python_full_version < '3.8.1'", "unknown"],
  ["extra == 'all'", false],
  ["python_version not  in '2.7'", true],
  ["'a' == 'b'", "unknown"],
  ["sys_platform > 'a'", "unknown"],
])("%s: %s", (text, expected) => {
  expect(markerApplies(text, python)).toBe(expected);
});

test.each([
  ["python_version"],
  ["python_version <"],
  ["python_version < 3"],
  ["python == '3'"],
  ["python_version < '3' and"],
  ["(python_version < '3'"],
  ["python_version < '3')"],
  ["python_version not '3'"],
  ["python_version < '3\""],
  ["python_version = '3'"],
  ["(".repeat(5000)],
  ["os_name == 'a' or ".repeat(5000)],
])("no condition: %j", (text) => {
  expect(parseMarker(text)).toBeUndefined();
});
