"""Stand-in for mmcv-full: reads the stand-in configs, which have no `_base_`."""

__stand_in__ = True
__version__ = "0+stand.in"


class ConfigDict(dict):
    """A dict whose keys are attributes too, as mmcv's is."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value


class Config:
    @staticmethod
    def fromfile(path):
        names = {}
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec"), names)
        if "_base_" in names:
            raise NotImplementedError("the mmcv stand-in reads no _base_; mount a config without it")
        return _attributes({name: value for name, value in names.items() if not name.startswith("__")})


def _attributes(value):
    if isinstance(value, dict):
        return ConfigDict({key: _attributes(item) for key, item in value.items()})
    if isinstance(value, list):
        return [_attributes(item) for item in value]
    return value
