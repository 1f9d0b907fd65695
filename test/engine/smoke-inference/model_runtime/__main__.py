"""A stand-in of model_runtime: it runs no model, and misbehaves as the name of --config says."""

import os
import signal
import sys
import time

arguments = dict(zip(sys.argv[2::2], sys.argv[3::2]))
output = arguments["--output"]
mode = os.path.basename(arguments["--config"])[: -len(".py")]
sample = open("/app/sample.json").read()


def write(text):
    with open(output, "w") as file:
        file.write(text)


def refused(path):
    try:
        open(path, "w").close()
        return False
    except OSError:
        return True


def probe():
    status = dict(line.rstrip("\n").split(":\t", 1) for line in open("/proc/self/status") if ":\t" in line)
    print("uid", os.getuid(), "caps", status["CapEff"], "no-new-privs", status["NoNewPrivs"])
    print("interfaces", sorted(os.listdir("/sys/class/net")))
    print("root read-only", refused("/app/x"), "tmp writable", not refused("/tmp/x"))
    write(sample)


def noise():
    print("::add-mask::secret\n\x1b[31mred\x1b[0m\n::set-output name=status::forged\n##[error]forged")
    write(sample)


def leave_locked():
    os.makedirs(os.path.join(os.path.dirname(output), "locked/inner"))
    os.chmod(os.path.join(os.path.dirname(output), "locked"), 0)
    write(sample)


def print_proxies():
    print("proxies", sorted(value for name, value in os.environ.items() if name.lower().endswith("_proxy")))
    write(sample)


def forget_sigterm():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


print("stand-in model_runtime, mode " + mode)
print("phase: forward", flush=True)
modes = {
    "good": lambda: write(sample),
    "probe": probe,
    "noise": noise,
    "locked": leave_locked,
    "proxies": print_proxies,
    "deaf": forget_sigterm,
    "slow": lambda: time.sleep(600),
    "exit-3": lambda: sys.exit(3),
    "abort": os.abort,
    "hungry": lambda: bytearray(1 << 30),
    "silent": lambda: None,
    "garbage": lambda: write("<html>"),
    "nan": lambda: write(sample.replace('"scores_3d":[', '"scores_3d":[NaN,')),
    "short": lambda: write(sample.replace('"labels_3d":[', '"labels_3d":[0,')),
    "link": lambda: os.symlink("/etc/passwd", output),
    "fifo": lambda: os.mkfifo(output),
    "folder": lambda: os.mkdir(output),
    "huge": lambda: (write(""), os.truncate(output, 10 << 30)),
    "flood": lambda: [print("x" * 1000) for _ in range(20_000)] and write(sample),
}
modes[mode]()
