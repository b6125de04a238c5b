# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What fairseq2's families, hubs and loaders say: asks the real ones each question, as hub_errors_test.cpp asks ours.

    python record.py            # compares with answers.json; 1 if an answer changed
    python record.py --write    # writes answers.json

A question is a call and its arguments (questions.txt). An answer is a text, or an error with its attributes and causes.
"""

import dataclasses
import json
import os
import re
import sys
import warnings
from pathlib import Path

for name in list(os.environ):
    if name.startswith("FAIRSEQ2_"):
        del os.environ[name]
warnings.simplefilter("ignore")

import fairseq2.composition.assets as composition
import fairseq2.composition.lib as lib
import torch
from fairseq2 import init_fairseq2
from fairseq2.assets import (
    AssetDownloadError,
    AssetDownloadManager,
    DelegatingAssetDownloadManager,
    get_asset_store,
)
from fairseq2.composition.assets import register_file_assets, register_in_memory_assets
from fairseq2.composition.datasets import register_dataset_family
from fairseq2.composition.models import register_model_family
from fairseq2.composition.tokenizers import register_tokenizer_family
from fairseq2.data.tokenizers import (
    Tokenizer,
    TokenizerHubAccessor,
    TokenizerModelError,
    get_tokenizer_family_name,
    load_tokenizer,
    maybe_get_tokenizer_family_name,
)
from fairseq2.datasets import (
    DatasetError,
    DatasetHubAccessor,
    get_dataset_family_name,
    maybe_get_dataset_family_name,
)
from fairseq2.error import InternalError
from fairseq2.models import (
    ModelFamily,
    ModelHubAccessor,
    get_model_family_name,
    load_model,
    maybe_get_model_family_name,
)
from fairseq2.models.hg import HuggingFaceConverter, get_hugging_face_converter
from fairseq2.runtime.config_registry import ConfigRegistrar
from fairseq2.runtime.dependency import DependencyContainer
from fairseq2.sharder import ShardSpec
from fairseq2.utils.config import ConfigDirective, ConfigDirectiveError
from fairseq2.utils.validation import ValidationResult

FOLDER = Path(__file__).resolve().parent
ANSWERS = FOLDER / "answers.json"
ASSETS = FOLDER / "assets"


def golden(cls):
    cls.__module__ = "golden"
    cls.__qualname__ = cls.__name__
    sys.modules["golden"] = sys.modules[__name__]
    return cls


@golden
@dataclasses.dataclass
class Inner:
    depth: int = 1


@golden
@dataclasses.dataclass
class NetConfig:
    width: int = 2
    rate: float = 0.5
    label: str = "x"
    inner: Inner = dataclasses.field(default_factory=Inner)
    layers: list[int] = dataclasses.field(default_factory=lambda: [1])

    def validate(self) -> ValidationResult:
        result = ValidationResult()
        if self.width < 1:
            result.add_error("`width` must be positive.")
        return result


@golden
@dataclasses.dataclass
class OtherConfig:
    width: int = 2


@golden
@dataclasses.dataclass
class FragileConfig:
    width: int


@golden
@dataclasses.dataclass
class PathConfig:
    path: str = "good.txt"

    def validate(self) -> ValidationResult:
        result = ValidationResult()
        if not self.path:
            result.add_error("`path` must not be empty.")
        return result


@golden
class Net(torch.nn.Module):
    def __init__(self, config):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(config.width, 2))
        self.bias = torch.nn.Parameter(torch.zeros(config.width))


@golden
class Plain(torch.nn.Module):
    pass


@golden
class Lines:
    pass


@golden
class Chars(Tokenizer):
    def create_encoder(self, **kwargs): ...
    def create_raw_encoder(self, **kwargs): ...
    def create_decoder(self, **kwargs): ...

    vocab_info = None


class DemoDownloadManager(AssetDownloadManager):
    def download_model(self, uri, model_name="", **kwargs):
        name = str(uri)[5:]
        if name == "fail":
            raise AssetDownloadError(uri, "Address is not reachable.")
        return ASSETS / name

    download_tokenizer = download_model
    download_dataset = download_model
    supported_schemes = {"demo"}


class BrokenDirective(ConfigDirective):
    def execute(self, value, config):
        if value == "${broken}":
            raise ConfigDirectiveError("It is broken.")
        return value


def load_chars(path, config):
    if path.read_text() == "bad\n":
        raise TokenizerModelError(path, "It is bad.")
    return Chars()


def open_lines(config):
    if (ASSETS / config.path).read_text() == "bad\n":
        raise DatasetError("It is bad.")
    return Lines()


def register(container):
    register_file_assets(container, ASSETS / "cards.yaml")
    in_memory = {"name": "in_memory", "model_family": "net", "checkpoint": "net.safetensors"}
    register_in_memory_assets(container, "memory", [in_memory])
    container.collection.register_type(AssetDownloadManager, DemoDownloadManager)
    container.collection.register_type(ConfigDirective, BrokenDirective)
    register_model_family(
        container,
        "net",
        Net,
        NetConfig,
        factory=Net,
        state_dict_converter=lambda state_dict, config: {("weight" if k == "w" else k): v for k, v in state_dict.items()},
        shard_specs=lambda config: {"weight": ShardSpec(dim=1)},
        compiler=lambda model: None,
        fsdp_applier=lambda model, granularity, wrapper: wrapper(model),
        layerwise_ac_applier=lambda model, every_nth_layer: model,
    )
    arch = ConfigRegistrar(container, NetConfig)
    arch("small")(lambda: NetConfig(width=1))
    arch("wide")(lambda: NetConfig(width=8))
    register_model_family(
        container, "plain", Plain, OtherConfig, advanced_factory=lambda resolver, config: Plain(), supports_meta=False
    )
    register_model_family(container, "fragile", Plain, FragileConfig, factory=lambda config: Plain())
    register_dataset_family(container, "lines", Lines, PathConfig, opener=open_lines)
    register_dataset_family(container, "fragile", Lines, FragileConfig, advanced_opener=lambda r, config: Lines())
    register_tokenizer_family(container, "chars", Chars, NetConfig, loader=load_chars)
    register_tokenizer_family(
        container, "raw", Chars, type(None), advanced_loader=lambda r, path, config: load_chars(path, config)
    )
    register_tokenizer_family(container, "fragile", Chars, FragileConfig, loader=load_chars)


CLASSES = {
    "net": (Net, NetConfig),
    "plain": (Plain, OtherConfig),
    "lines": (Lines, PathConfig),
    "chars": (Chars, NetConfig),
    "raw": (Chars, type(None)),
}


def classes(family):
    return CLASSES.get(family, (Plain if "tokenizer" not in family else Chars, FragileConfig))


def model_hub(family, kls=None, config_kls=None):
    model, config = classes(family)
    return ModelHubAccessor(family, kls or model, config_kls or config)()


def dataset_hub(family, kls=None, config_kls=None):
    dataset, config = CLASSES.get(family, (Lines, FragileConfig))
    return DatasetHubAccessor(family, kls or dataset, config_kls or config)()


def tokenizer_hub(family, kls=None, config_kls=None):
    tokenizer, config = CLASSES.get(family, (Chars, FragileConfig))
    return TokenizerHubAccessor(family, kls or tokenizer, config_kls or config)()


def shown(config):
    return "None" if config is None else json.dumps(dataclasses.asdict(config))


def kind_of(thing):
    return type(thing).__name__


def family(name):
    return container.resolve(ModelFamily, key=name)


def config_of(name):
    return CLASSES[name][1]()


CALLS = {}


def call(function):
    CALLS[function.__name__] = function
    return function


@call
def get_archs(name):
    return ", ".join(sorted(model_hub(name).get_archs()))


@call
def get_arch_config(name, arch):
    return shown(model_hub(name).get_arch_config(arch))


@call
def maybe_get_arch_config(name, arch):
    return shown(model_hub(name).maybe_get_arch_config(arch))


@call
def model_cards(name):
    return ", ".join(sorted(card.name for card in model_hub(name).iter_cards()))


@call
def dataset_cards(name):
    return ", ".join(sorted(card.name for card in dataset_hub(name).iter_cards()))


@call
def tokenizer_cards(name):
    return ", ".join(sorted(card.name for card in tokenizer_hub(name).iter_cards()))


@call
def get_model_config(name, card):
    return shown(model_hub(name).get_model_config(card))


@call
def get_model_config_of_card(name, card):
    return shown(model_hub(name).get_model_config(get_asset_store().retrieve_card(card)))


@call
def create_new_model(name):
    return kind_of(model_hub(name).create_new_model(config_of(name)))


@call
def create_new_meta_model(name):
    return kind_of(model_hub(name).create_new_model(config_of(name), meta=True))


@call
def create_new_model_of_another_config(name):
    return kind_of(model_hub(name).create_new_model(PathConfig()))


@call
def hub_load_model(name, card):
    return kind_of(model_hub(name).load_model(card))


@call
def hub_load_model_with_another_config(name, card):
    return kind_of(model_hub(name).load_model(card, config=PathConfig()))


@call
def load_any_model(card):
    return kind_of(load_model(card))


@call
def load_any_model_with_another_config(card):
    return kind_of(load_model(card, config=PathConfig()))


@call
def load_custom_model(name, path):
    return kind_of(model_hub(name).load_custom_model(ASSETS / path, config_of(name)))


@call
def load_custom_model_of_another_config(name, path):
    return kind_of(model_hub(name).load_custom_model(ASSETS / path, PathConfig()))


@call
def iter_checkpoint(name, path):
    return ", ".join(sorted(key for key, _ in model_hub(name).iter_checkpoint(ASSETS / path, config_of(name))))


@call
def iter_checkpoint_of_another_config(name, path):
    return ", ".join(sorted(key for key, _ in model_hub(name).iter_checkpoint(ASSETS / path, PathConfig())))


@call
def compile_model(name):
    return str(family(name).compile(Net(NetConfig())))


@call
def apply_fsdp(name):
    return kind_of(family(name).apply_fsdp(Net(NetConfig()), "layer", lambda model: model))


@call
def apply_layerwise_ac(name):
    return kind_of(family(name).apply_layerwise_ac(Net(NetConfig()), 2))


@call
def compile_another_model(name):
    return str(family(name).compile(Plain()))


@call
def apply_fsdp_to_another_model(name):
    return kind_of(family(name).apply_fsdp(Plain(), "layer", lambda model: model))


@call
def apply_layerwise_ac_to_another_model(name):
    return kind_of(family(name).apply_layerwise_ac(Plain(), 2))


@call
def model_family_name(card):
    return get_model_family_name(card)


@call
def maybe_model_family_name(card):
    return str(maybe_get_model_family_name(card))


@call
def dataset_family_name(card):
    return get_dataset_family_name(card)


@call
def maybe_dataset_family_name(card):
    return str(maybe_get_dataset_family_name(card))


@call
def tokenizer_family_name(card):
    return get_tokenizer_family_name(card)


@call
def maybe_tokenizer_family_name(card):
    return str(maybe_get_tokenizer_family_name(card))


@call
def get_dataset_config(name, card):
    return shown(dataset_hub(name).get_dataset_config(card))


@call
def open_dataset(name, card):
    return kind_of(dataset_hub(name).open_dataset(card))


@call
def open_dataset_with_another_config(name, card):
    return kind_of(dataset_hub(name).open_dataset(card, config=OtherConfig()))


@call
def open_custom_dataset(name, path):
    return kind_of(dataset_hub(name).open_custom_dataset(PathConfig(path)))


@call
def open_custom_dataset_of_another_config(name):
    return kind_of(dataset_hub(name).open_custom_dataset(OtherConfig()))


@call
def get_tokenizer_config(name, card):
    return shown(tokenizer_hub(name).get_tokenizer_config(card))


@call
def hub_load_tokenizer(name, card):
    return kind_of(tokenizer_hub(name).load_tokenizer(card))


@call
def hub_load_tokenizer_with_another_config(name, card):
    return kind_of(tokenizer_hub(name).load_tokenizer(card, config=PathConfig()))


@call
def load_any_tokenizer(card):
    return kind_of(load_tokenizer(card))


@call
def load_any_tokenizer_with_another_config(card):
    return kind_of(load_tokenizer(card, config=PathConfig()))


@call
def load_custom_tokenizer(name, path):
    return kind_of(tokenizer_hub(name).load_custom_tokenizer(ASSETS / path, config_of(name)))


@call
def load_custom_tokenizer_of_another_config(name, path):
    return kind_of(tokenizer_hub(name).load_custom_tokenizer(ASSETS / path, PathConfig()))


@call
def hub_of_another_class(kind, name):
    return kind_of({"model": model_hub, "dataset": dataset_hub, "tokenizer": tokenizer_hub}[kind](name, kls=Inner))


@call
def hub_of_another_config(kind, name):
    hub = {"model": model_hub, "dataset": dataset_hub, "tokenizer": tokenizer_hub}[kind]
    return kind_of(hub(name, config_kls=OtherConfig))


@call
def hugging_face_converter(name):
    return kind_of(get_hugging_face_converter(name))


def registered(kind, given):
    made = lambda *args: Plain()
    parameter = {"model": "factory", "dataset": "opener", "tokenizer": "loader"}[kind]
    function = {"model": register_model_family, "dataset": register_dataset_family, "tokenizer": register_tokenizer_family}[kind]
    names = {"none": [], "both": [parameter, f"advanced_{parameter}"]}[given]
    own = DependencyContainer()
    try:
        options = {name: made for name in names}
        if kind == "model":
            options["hg_exporter"] = made
        function(own, "f", Chars if kind == "tokenizer" else Plain, OtherConfig, **options)
    finally:
        if kind == "model":  # it is registered before the arguments are looked at
            assert list(own.iter_keys(HuggingFaceConverter)) == ["f"]
    return "registered"


@call
def two_managers_of_one_scheme():
    return kind_of(DelegatingAssetDownloadManager([DemoDownloadManager(), DemoDownloadManager()]))


@call
def register_family(kind, given):
    return registered(kind, given)


def text(value):
    return str(value).replace(str(ASSETS), "ASSETS")


def error(ex):
    chain = []
    attributes = {}
    for name in ("name", "arch", "family", "info_url", "uri", "path"):
        if hasattr(ex, name) and not isinstance(ex, OSError):
            attributes[name] = text(getattr(ex, name))
    cause = ex
    while cause is not None:
        if isinstance(cause, OSError):
            chain.append(["OSError", ""])
            break
        chain.append([type(cause).__name__, text(cause)])
        # What a class of Python says when it cannot be made is its own.
        cause = None if isinstance(cause, InternalError) else cause.__cause__
    return {"error": chain, "attributes": attributes}


def questions():
    for line in (FOLDER / "questions.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            yield line


def answer(question):
    name, *arguments = question.split()
    try:
        return CALLS[name](*arguments)
    except Exception as ex:
        return error(ex)


lib._register_extensions = lambda container: None
composition.register_package_assets = lambda container, package: None  # the shipped cards
container = init_fairseq2(no_progress=True, extras=register)


def settled(answer):
    """With the keys of a checkpoint sorted: fairseq2 lists a set, whose order differs from run to run."""
    return re.sub(
        r"(Following keys in the checkpoint are \w+: )([^\"']*)",
        lambda found: found[1] + ", ".join(sorted(found[2].split(", "))),
        json.dumps(answer, sort_keys=True),
    )


def main():
    answers = {question: answer(question) for question in questions()}
    if "--write" in sys.argv:
        ANSWERS.write_text(json.dumps(answers, indent=1) + "\n")
        return 0
    recorded = json.loads(ANSWERS.read_text())
    different = 0
    for name in sorted(recorded.keys() | answers.keys()):
        if settled(recorded.get(name)) != settled(answers.get(name)):
            different += 1
            print(f"{name}: recorded {recorded.get(name)!r}, now {answers.get(name)!r}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
