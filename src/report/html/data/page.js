"use strict";
(() => {
  const FILTER_FROM = 8;
  const said = document.getElementById("said");
  const say = (text) => { said.textContent = text; };

  /* Order of code points, the same on every machine: letters before case and accents, ties as written. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const points = (a, b) => {
    const left = Array.from(a), right = Array.from(b);
    const n = Math.min(left.length, right.length);
    for (let i = 0; i < n; i++)
      if (left[i] !== right[i]) return left[i].codePointAt(0) - right[i].codePointAt(0);
    return left.length - right.length;
  };

  const valueOf = (cell, isNumber) => {
    if (!cell || cell.classList.contains("none")) return null;
    if (!isNumber) return { folded: fold(cell.textContent), text: cell.textContent };
    const value = Number(cell.dataset.v ?? cell.textContent);
    return Number.isNaN(value) ? null : value;
  };
  const compare = (a, b, isNumber) => isNumber ? a - b : points(a.folded, b.folded) || points(a.text, b.text);

  const sortable = (table, title) => {
    const body = table.tBodies[0];
    const original = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    const arrows = { none: "↕", ascending: "↑", descending: "↓" };
    const next = { none: "ascending", ascending: "descending", descending: "none" };

    const sort = (column, order) => {
      const isNumber = heads[column].classList.contains("n");
      const sign = order === "descending" ? -1 : 1;
      const keyed = original.map((row, at) => ({ row, at, value: valueOf(row.cells[column], isNumber) }));
      if (order !== "none")
        keyed.sort((a, b) => {
          if (a.value === null || b.value === null)
            return (a.value === null) - (b.value === null) || a.at - b.at;
          return sign * compare(a.value, b.value, isNumber) || a.at - b.at;
        });
      body.append(...keyed.map((entry) => entry.row));
    };

    heads.forEach((head, column) => {
      const name = head.textContent;
      const button = document.createElement("button");
      const arrow = document.createElement("span");
      button.type = "button";
      arrow.className = "arrow";
      arrow.setAttribute("aria-hidden", "true");
      arrow.textContent = arrows.none;
      /* A head that is repeated on the next sheet of paper is printed without its buttons. */
      const paper = document.createElement("span");
      paper.className = "paper";
      paper.append(...head.childNodes);
      button.append(...Array.from(paper.childNodes, (node) => node.cloneNode(true)), arrow);
      head.append(button, paper);
      button.addEventListener("click", () => {
        const order = next[head.getAttribute("aria-sort") ?? "none"];
        heads.forEach((other) => {
          other.removeAttribute("aria-sort");
          other.querySelector(".arrow").textContent = arrows.none;
        });
        if (order !== "none") head.setAttribute("aria-sort", order);
        arrow.textContent = arrows[order];
        sort(column, order);
        say(order === "none" ? `${title}: in the original order` : `${title}: sorted by ${name}, ${order}`);
      });
    });
    return original;
  };

  const filterable = (box, rows, title, id) => {
    const form = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    const texts = rows.map((row) => Array.from(row.cells, (cell) => fold(cell.textContent)).join("\n"));
    let waiting = 0;

    const filter = () => {
      const wanted = fold(input.value.trim());
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = wanted !== "" && !texts[at].includes(wanted);
        if (!row.hidden) shown++;
      });
      count.textContent = wanted === "" ? `${rows.length} rows` : `${shown} of ${rows.length} rows`;
      clearTimeout(waiting);
      waiting = setTimeout(() => say(`${title}: ${count.textContent}`), 500);
    };

    form.className = "filter";
    input.type = "search";
    input.id = `${id}-filter`;
    input.autocomplete = "off";
    input.spellcheck = false;
    label.htmlFor = input.id;
    label.textContent = "Filter rows";
    input.setAttribute("aria-label", `Filter rows: ${title}`);
    count.htmlFor = input.id;
    count.setAttribute("aria-live", "off");
    count.textContent = `${rows.length} rows`;
    input.addEventListener("input", filter);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.value !== "") {
        event.preventDefault();
        input.value = "";
        filter();
      }
    });
    form.append(label, input, count);
    box.before(form);
  };

  document.querySelectorAll(".table").forEach((place) => {
    const box = place.querySelector(".box");
    const table = box.querySelector("table");
    const title = table.caption ? table.caption.textContent : "Table";
    if (table.tBodies[0].rows.length < 2) return;
    const rows = sortable(table, title);
    if (rows.length >= FILTER_FROM) filterable(box, rows, title, place.id);
  });

  /* What does not scroll needs no focus. */
  const scrolls = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }));
  document.querySelectorAll(".box, .chart").forEach((box) => scrolls.observe(box));

  /* Contents: folded on a phone, open beside the text; the section that is read is marked. */
  const contents = document.getElementById("contents");
  if (contents) {
    const wide = matchMedia("(min-width: 64rem)");
    const summary = contents.querySelector("summary");
    const fit = () => {
      contents.open = wide.matches;
      summary.tabIndex = wide.matches ? -1 : 0;
    };
    fit();
    wide.addEventListener("change", fit);
    summary.addEventListener("click", (event) => { if (wide.matches) event.preventDefault(); });
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) contents.open = false;
    });
    const links = new Map(Array.from(contents.querySelectorAll("a"), (link) => [link.hash.slice(1), link]));
    const seen = new Set();
    const mark = () => {
      const first = Array.from(links.keys()).filter((id) => seen.has(id)).pop();
      links.forEach((link, id) => id === first ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    };
    const watch = new IntersectionObserver((entries) => {
      entries.forEach((entry) => entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id));
      mark();
    }, { rootMargin: "0px 0px -75% 0px" });
    links.forEach((link, id) => { const at = document.getElementById(id); if (at) watch.observe(at); });
  }
})();
