import { expect, test } from "vitest";
import { gridOf } from "../../../sources/reading/grid.ts";
import { elementIn } from "./elements.ts";

function textsOf(html: string): (string | undefined)[][] {
  return gridOf(elementIn(html, "table")).rows.map((row) => row.map((cell) => cell?.text));
}

test("a plain table is its cells, row by row", () => {
  expect(textsOf("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a cell that spans columns stands in each of them", () => {
  expect(textsOf('<table><tr><th colspan="2">Change</th><th>Jobs</th></tr></table>')).toEqual([
    ["Change", "Change", "Jobs"],
  ]);
});

test("a cell that spans rows stands in each of them and moves later cells to the right", () => {
  const html = `<table><tr><th rowspan="2">Title</th><th colspan="2">Change</th><th rowspan="2">Jobs</th></tr>
    <tr><th>Percent</th><th>Numeric</th></tr></table>`;
  expect(textsOf(html)).toEqual([
    ["Title", "Change", "Change", "Jobs"],
    ["Title", "Percent", "Numeric", "Jobs"],
  ]);
});

test("a cell that spans more rows than there are makes no rows of its own", () => {
  expect(textsOf('<table><tr><td rowspan="5">a</td><td>b</td></tr></table>')).toEqual([["a", "b"]]);
});

test.each(["0", "-2", "two", "", "1.5", "100000"])("a span of %j counts as one", (span) => {
  expect(textsOf(`<table><tr><td colspan="${span}">a</td><td>b</td></tr></table>`)).toEqual([["a", "b"]]);
});

test("rows of thead are counted, and come first", () => {
  const html = "<table><thead><tr><th>H</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>";
  const { headRows, rows } = gridOf(elementIn(html, "table"));
  expect({ headRows, rows: rows.length }).toEqual({ headRows: 1, rows: 2 });
});

test("rows of tfoot are left out, wherever tfoot stands", () => {
  const foot = "<tfoot><tr><td>Source</td></tr></tfoot>";
  const body = "<tbody><tr><td>a</td></tr></tbody>";
  expect(textsOf(`<table>${foot}${body}</table>`)).toEqual([["a"]]);
  expect(textsOf(`<table>${body}${foot}</table>`)).toEqual([["a"]]);
});

test("rows without tbody are rows all the same", () => {
  const { rows, headRows, elements } = gridOf(elementIn("<table><tr><td>a</td></tr></table>", "table"));
  expect({ rows: rows.length, headRows, tag: elements[0]?.name }).toEqual({
    rows: 1,
    headRows: 0,
    tag: "tr",
  });
});

test("the caption is told apart from the rows", () => {
  const { caption, rows } = gridOf(
    elementIn("<table><caption>  Jobs \n, 2024</caption><tr><td>a</td></tr></table>", "table"),
  );
  expect(caption).toBe("Jobs , 2024");
  expect(rows).toHaveLength(1);
});

test("a table without a caption has an empty one", () => {
  expect(gridOf(elementIn("<table></table>", "table"))).toEqual({
    caption: "",
    headRows: 0,
    rows: [],
    elements: [],
    ownElements: 0,
  });
});

test("a table counts its own rows and cells, those of a table in a cell not among them", () => {
  const inner = "<table><tr><td>x</td></tr></table>";
  const table = elementIn(
    `<table><tr><td>a</td><td>${inner}</td></tr><tfoot><tr><td>b</td></tr></tfoot></table>`,
    "table",
  );
  expect(gridOf(table).ownElements).toBe(5);
});

test("header cells are told from data cells", () => {
  const [row] = gridOf(elementIn("<table><tr><th>a</th><td>b</td></tr></table>", "table")).rows;
  expect(row?.map((cell) => cell?.isHeader)).toEqual([true, false]);
});

test("a table inside a cell is part of that cell, not of the grid", () => {
  const html = "<table><tr><td>a<table><tr><td>inner</td></tr></table></td><td>b</td></tr></table>";
  expect(textsOf(html)).toEqual([["a inner", "b"]]);
});

test("cells whose end tags are left open are cells of their own", () => {
  expect(textsOf("<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("the element of each row is at hand, for its locator", () => {
  const { elements } = gridOf(
    elementIn('<table><tr id="one"><td>a</td></tr><tr id="two"><td>b</td></tr></table>', "table"),
  );
  expect(elements.map((element) => element.attribs.id)).toEqual(["one", "two"]);
});

test("a header that spans more rows than thead has does not reach into the body", () => {
  const head = '<thead><tr><th rowspan="3">A</th><th>B</th></tr></thead>';
  expect(textsOf(`<table>${head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>`)).toEqual([
    ["A", "B"],
    ["1", "2"],
  ]);
});
