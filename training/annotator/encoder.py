"""The encoder: all-MiniLM-L6-v2 (Wang et al., 2020), with the words' shapes let in half-way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
# How many of the lower layers keep the weights of the original, as the table of words does.
FROZEN = 2


def attended(query: Tensor, key: Tensor, value: Tensor, seen: Tensor | None = None) -> Tensor:
    """Return what each piece takes from the others, shape (texts, pieces, width)."""
    texts, pieces, _ = query.shape
    parts = (
        part.view(texts, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
        for part in (query, key, value)
    )
    joined = functional.scaled_dot_product_attention(*parts, attn_mask=seen)
    return joined.transpose(1, 2).reshape(texts, pieces, WIDTH)


class WholeAttention(torch.autograd.Function):
    """Attention over windows without padding, written to ONNX as the one node that it is."""

    @staticmethod
    def forward(context: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Return what ``attended`` returns."""
        return attended(query, key, value)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """Return the node of onnxruntime that does the same."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return node.setType(query.type())


class Layer(nn.Module):
    """One layer of a BERT encoder: attention, then two products, each with a shortcut."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, seen: Tensor | None) -> Tensor:
        """Return the new states, shape (texts, pieces, width)."""
        parts = self.query(states), self.key(states), self.value(states)
        joined = WholeAttention.apply(*parts) if seen is None else attended(*parts, seen)
        states = self.mixed_norm(states + self.dropout(self.mixed(joined)))
        inner = functional.gelu(self.inner(states))
        return self.outer_norm(states + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Pieces in, states out; what ``hints`` holds is added after the frozen layers."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(0.0 if number < FROZEN else dropout) for number in range(LAYERS)
        )

    def lower(self, pieces: Tensor, seen: Tensor | None) -> Tensor:
        """Return the states after the frozen layers."""
        return self.lowest(self.pieces(pieces), seen)

    def lowest(self, rows: Tensor, seen: Tensor | None) -> Tensor:
        """Return the states after the frozen layers of pieces by their rows of the table."""
        places = torch.arange(rows.shape[1], device=rows.device)
        states = self.norm(rows + self.places(places) + self.kind)
        for layer in self.layers[:FROZEN]:
            states = layer(states, seen)
        return states

    def upper(self, states: Tensor, seen: Tensor | None) -> list[Tensor]:
        """Return the states after each of the trained layers."""
        after = [states]
        for layer in self.layers[FROZEN:]:
            after.append(layer(after[-1], seen))
        return after[1:]

    def trained(self) -> list[nn.Parameter]:
        """Return the parameters of the layers that are trained."""
        return [p for layer in self.layers[FROZEN:] for p in layer.parameters()]


def load_original(encoder: Encoder, path: Path) -> None:
    """Fill ``encoder`` with the weights of the original.

    Args:
        encoder: to fill.
        path: ``model.safetensors`` of all-MiniLM-L6-v2.
    """
    from safetensors.torch import load_file

    stored = load_file(path)
    kinds = stored["embeddings.token_type_embeddings.weight"]
    state = {
        "pieces.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"],
        "kind": kinds[0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "mixed_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for ours, theirs in parts.items():
            for end in ("weight", "bias"):
                stored_name = f"encoder.layer.{number}.{theirs}.{end}"
                state[f"layers.{number}.{ours}.{end}"] = stored[stored_name]
    encoder.load_state_dict(state)
