"""The packed client's first load on a slow phone: 400 ms, 400 kbit/s, a quarter of the processor.

What is told is the browser's first contentful paint, counted from the start of the navigation; what
the first load weighs is told by ``make pack``, which this needs, as it does Chromium.
"""

import sys

from playwright.sync_api import BrowserContext, sync_playwright

from e2e.conftest import CHROMIUM, FLAGS, PHONE
from stage import ROOT, Stage, product, serving
from table import Result

PACKED = ROOT / "frontend" / "dist"
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Bytes a second: 400 kbit/s."""
PAINT = """() => new Promise((resolve) => new PerformanceObserver((list) => {
  const [painted] = list.getEntriesByName('first-contentful-paint');
  if (painted) resolve(painted.startTime);
}).observe({ type: 'paint', buffered: true }))"""


def visit(context: BrowserContext, url: str) -> float:
    """Open the client in a new tab; milliseconds to the first paint."""
    page = context.new_page()
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", LINE)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url)
    painted = float(page.evaluate(PAINT))
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.close()
    return painted


def run(staged: Stage) -> list[Result]:
    """First and second opening; the database makes no difference to either."""
    if staged.kind != "sqlite":
        return []
    if not (PACKED / "index.html").exists():
        print("first_load: the client is not packed; run: make pack", file=sys.stderr)
        return []
    settings = {**product(staged), "LINLI_FRONTEND_FOLDER": str(PACKED)}
    with (
        serving("linli.main:create_app", settings, "--factory") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport=PHONE)
        url = f"http://localhost:{server.port}/"
        first = visit(context, url)
        again = min(visit(context, url) for _ in range(3))
        browser.close()
    told = [
        ("first screen, slow net, CPU x4 (ms)", first, 1500),
        ("opened again, the same (ms)", again, 200),
    ]
    return [Result(what, "sqlite", value, None, bar, at_most=True) for what, value, bar in told]
