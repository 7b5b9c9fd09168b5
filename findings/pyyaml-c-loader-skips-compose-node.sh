#!/usr/bin/env bash
# PyYAML 6.0.3 (PyPI), with the libyaml that its wheels bring along.
# Expected: a class derived from CBaseLoader works like one derived from BaseLoader, only faster; so a limit on depth or on the number of
# values put into compose_node, the method that composes each node, holds for both. construct_mapping can be overridden in both.
# What happens: compose_node of the class is called for every node under BaseLoader and never under CBaseLoader, which composes in C;
# no warning, and the loaded content is the same. construct_mapping is called in both.
# Why it matters: whoever changes the loader for speed loses the limits without any test of the content failing.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pyyaml==6.0.3 2>/dev/null
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import yaml


def counting(base):
    class Loader(base):
        calls = {"compose_node": 0, "construct_mapping": 0}

        def compose_node(self, parent, index):
            self.calls["compose_node"] += 1
            return super().compose_node(parent, index)

        def construct_mapping(self, node, deep=False):
            self.calls["construct_mapping"] += 1
            return super().construct_mapping(node, deep)

    return Loader


text = "document:\n  kind: measures\nmeasures:\n- article: 1\n  categories: [rnd, ip]\n"
for base in (yaml.BaseLoader, yaml.CBaseLoader):
    loader = counting(base)
    print(base.__name__, yaml.load(text, loader) == yaml.load(text, yaml.BaseLoader), loader.calls)
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
BaseLoader True {'compose_node': 14, 'construct_mapping': 3}
CBaseLoader True {'compose_node': 0, 'construct_mapping': 3}
SEEN
