// Runs axe in every frame, and tells which frames hold more than they are wide: a line for each thing found, then "done".
addEventListener("load", async () => {
  const found = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument;
    const name = frame.dataset.name;
    if (page.documentElement.scrollWidth > frame.clientWidth) {
      found.push(`${name}: ${page.documentElement.scrollWidth} pixels wide`);
    }
    if (frame.dataset.axe) {
      const result = await frame.contentWindow.axe.run(page, { resultTypes: ["violations"] });
      for (const violation of result.violations) {
        for (const node of violation.nodes) {
          found.push(`${name}: ${violation.id}: ${node.html}`);
        }
      }
      if (result.passes.length < 10) {
        found.push(`${name}: axe looked at nothing`);
      }
    }
  }
  document.querySelector("#result").textContent = [...found, "done"].join("\n");
});
