// What keeps the page from somebody who cannot see it well or uses no mouse, as axe finds it: what is serious or critical.
const done = arguments[arguments.length - 1];

// What is still fading in has not its own colours yet.
const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
const settled = Promise.allSettled(finite.map((one) => one.finished));

settled
  .then(() => axe.run(document, { resultTypes: ["violations"], preload: false }))
  .then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, html, failureSummary }) => ({ id, impact, target: target.join(" "), html, why: failureSummary }))))
  .then(done, (error) => done([{ id: "axe", impact: "critical", target: "", html: "", why: String(error) }]));
