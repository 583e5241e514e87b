"""Take the README's pictures of the page: ``make pictures``, or with a page's path as argument.

    python tools/screenshots.py output/graph.html

Opens the page in headless Chromium with the network off, at the addresses of ``PICTURES``, and
writes ``docs/images/NAME.png``. The pictures have 256 colours, a third of the size.
"""

import shutil
import struct
import sys
import zlib
from base64 import b64decode, b64encode
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs" / "images"
COLOURS = 256
SWITCHES = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")

#: Read the pixels of a picture, four bytes each.
PIXELS = """async (source) => {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const bytes = context.getImageData(0, 0, picture.width, picture.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  return [picture.width, picture.height, btoa(text)];
}"""


class Picture(NamedTuple):
    """One view of the page."""

    name: str
    address: str
    """What stands behind "#"."""

    width: int
    height: int
    scheme: str


WIDE, NARROW = (1400, 900), (390, 844)
PICTURES = (
    Picture("graph-light", "", *WIDE, "light"),
    Picture("graph-dark", "", *WIDE, "dark"),
    Picture("evidence-light", "line=Q142+Q30", *WIDE, "light"),
    Picture("world-light", "view=world", *WIDE, "light"),
    Picture("world-dark", "view=world", *WIDE, "dark"),
    Picture("table-light", "view=table", *WIDE, "light"),
    Picture("phone-light", "", *NARROW, "light"),
    Picture("phone-dark", "line=Q159+Q423", *NARROW, "dark"),
)


def take(browser: Browser, page: Path, picture: Picture) -> bytes:
    """Return a view of the page as a PNG of few colours."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        locale="en-GB",
        reduced_motion="reduce",
        offline=True,
    )
    tab = context.new_page()
    tab.goto(f"{page.resolve().as_uri()}#{picture.address}")
    tab.wait_for_selector("html[data-ready]")
    tab.wait_for_timeout(400)
    shot = b64encode(tab.screenshot()).decode()
    blank = context.new_page()
    width, height, text = blank.evaluate(PIXELS, f"data:image/png;base64,{shot}")
    context.close()
    pixels = np.frombuffer(b64decode(text), np.uint8).reshape(height, width, 4)[:, :, :3]
    return png(*few_colours(pixels))


def few_colours(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return a palette of the commonest colours, and for each pixel the nearest of them."""
    flat = pixels.reshape(-1, 3).astype(np.int64)
    packed = (flat >> 3) @ np.array([1 << 10, 1 << 5, 1])
    cells, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    sums = np.stack([np.bincount(where, flat[:, i], len(cells)) for i in range(3)], axis=1)
    means = sums / counts[:, None]
    palette = means[np.argsort(-counts, kind="stable")[:COLOURS]]
    nearest = np.array([((palette - mean) ** 2).sum(axis=1).argmin() for mean in means])
    return palette.round().astype(np.uint8), nearest[where].astype(np.uint8).reshape(
        pixels.shape[:2]
    )


def png(palette: NDArray[np.uint8], indexes: NDArray[np.uint8]) -> bytes:
    """Return a PNG with a palette."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    height, width = indexes.shape
    rows = np.hstack([np.zeros((height, 1), np.uint8), indexes]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts) + chunk(b"IEND", b"")


def main(page: Path) -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        for picture in PICTURES:
            (FOLDER / f"{picture.name}.png").write_bytes(take(browser, page, picture))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
