"""A headless Chromium of its own: no profile, no network but what the page asks for, its log at hand."""
import json
import pathlib
import tempfile

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--disable-dev-shm-usage", "--force-prefers-reduced-motion")


class Browser:
    keys = Keys

    def __init__(self, folder, keep):
        self._keep = keep
        self._profile = tempfile.TemporaryDirectory(dir=folder)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for switch in (*SWITCHES, f"--user-data-dir={self._profile.name}"):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        service = webdriver.chrome.service.Service("/usr/bin/chromedriver")
        self._driver = webdriver.Chrome(service=service, options=options)
        self._asked = []
        self.resize(1280, 900)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._driver.quit()
        self._profile.cleanup()

    def open(self, page):
        self._driver.get(pathlib.Path(str(page)).as_uri())

    def command(self, name, parameters):
        return self._driver.execute_cdp_cmd(name, parameters)

    def resize(self, width, height):
        self.command("Emulation.setDeviceMetricsOverride",
                     {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})

    def emulate(self, media="screen", scheme="light"):
        self.command("Emulation.setEmulatedMedia",
                     {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def all(self, selector):
        return self._driver.find_elements(By.CSS_SELECTOR, selector)

    def run(self, script, *arguments):
        return self._driver.execute_script(script, *arguments)

    def run_async(self, script):
        self._driver.set_script_timeout(120)
        return self._driver.execute_async_script(script)

    def press(self, key):
        ActionChains(self._driver).send_keys(key).perform()

    def requests(self):
        """Addresses that were asked for since the start."""
        for entry in self._driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self._asked.append(message["params"]["request"]["url"])
        return self._asked

    def complaints(self):
        """What the console was told since the last question."""
        return [entry["message"] for entry in self._driver.get_log("browser")]

    def keep(self, name, data):
        if self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / name).write_bytes(data)

    def picture(self, name):
        if self._keep is not None:
            self._keep.mkdir(parents=True, exist_ok=True)
            self._driver.save_screenshot(str(self._keep / f"{name}.png"))
