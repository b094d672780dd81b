/** The panel's stylesheet. */
export const STYLE = `
:root { --ink: #1c2b4a; --quiet: #667085; --line: #e4e7ec; --accent: #0f62d6; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #f5f7fa; font: 14px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: baseline; padding: 14px 32px; color: #fff; background: #12284c; }
.brand { font-size: 17px; letter-spacing: -0.01em; }
.brand b { font-weight: 400; color: #9db9e8; }
.shop { margin-left: auto; color: #c5d4ee; font-size: 13px; }
main { max-width: 1240px; margin: 0 auto; padding: 28px 32px; }
.title { display: flex; flex-wrap: wrap; gap: 12px; align-items: baseline; margin-bottom: 16px; }
h1 { margin: 0; font-size: 22px; letter-spacing: -0.02em; }
.button { margin-left: auto; padding: 6px 14px; border: 1px solid #cfd4dc; border-radius: 6px; color: inherit; background: #fff; font-weight: 500; text-decoration: none; }
.button:hover { border-color: var(--accent); color: var(--accent); }
.card { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: #fff; box-shadow: 0 1px 2px #10182810; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 12px 16px; text-align: start; vertical-align: top; }
th { color: var(--quiet); background: #fafbfc; font-size: 12px; font-weight: 600; white-space: nowrap; }
tr + tr td, tbody td { border-top: 1px solid var(--line); }
tbody tr:hover { background: #f9fbff; }
td:nth-child(5) { min-width: 310px; }
.quiet { color: var(--quiet); font-size: 13px; }
.amount { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
th:last-child { text-align: end; }
code { font: 12px ui-monospace, monospace; color: var(--ink); }
.carrier { margin-inline-start: 6px; padding: 1px 8px; border-radius: 10px; background: #eaf1fd; color: #12408f; font-size: 12px; white-space: nowrap; }
.status { padding: 2px 10px; border-radius: 10px; background: #eef0f3; font-size: 12px; white-space: nowrap; }
.status-processing { background: #e3f5e9; color: #14612f; }
.status-on-hold { background: #fdf0d7; color: #7a4b00; }
.missing { color: #b42318; }
.empty, .notice { margin: 0; padding: 40px 24px; text-align: center; color: var(--quiet); }
.notice { color: #b42318; }
`;
