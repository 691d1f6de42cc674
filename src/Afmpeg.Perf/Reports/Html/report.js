// Makes the tables sortable by their headers: up, down, and as they were. Without it the page lacks nothing but that.
"use strict";

const next = { none: "ascending", ascending: "descending", descending: "none" };

/** What a row is sorted by: the number of its cell where the column has numbers, else its text. */
function keyOf(row, column, isNumeric) {
  const cell = row.cells[column];
  return isNumeric ? Number(cell.dataset.number ?? NaN) : cell.textContent;
}

function compare(one, other) {
  return typeof one === "number" ? one - other : one.localeCompare(other, "en", { numeric: true });
}

/** The rows in an order; those without a number come last in either direction, and equal ones stay as they were. */
function sorted(rows, column, direction) {
  if (direction === "none") {
    return rows;
  }

  const isNumeric = rows.some(row => "number" in row.cells[column].dataset);
  const keyed = rows.map(row => ({ row, key: keyOf(row, column, isNumeric) }));
  const sign = direction === "ascending" ? 1 : -1;
  const present = keyed.filter(entry => !Number.isNaN(entry.key)).sort((one, other) => sign * compare(one.key, other.key));
  return [...present, ...keyed.filter(entry => Number.isNaN(entry.key))].map(entry => entry.row);
}

function makeSortable(table) {
  const headers = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const rows = [...body.rows];
  headers.forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const direction = next[header.getAttribute("aria-sort") ?? "none"];
      headers.forEach(each => each.removeAttribute("aria-sort"));
      if (direction !== "none") {
        header.setAttribute("aria-sort", direction);
      }

      body.append(...sorted(rows, column, direction));
    });
  });
}

for (const table of document.querySelectorAll("table")) {
  if (table.tBodies[0].rows.length > 1) {
    makeSortable(table);
  }
}
