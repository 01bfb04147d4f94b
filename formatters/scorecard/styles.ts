/** The page's style sheet. Colours have a contrast of 4.5 or more to what they stand on, in both schemes. */
export const styles = `
:root { color-scheme: light dark;
  --page: #f4f6f8; --card: #ffffff; --text: #1b2129; --soft: #535c68; --line: #d5dbe2; --link: #0a58a8; --track: #e6eaef;
  --good: #13733a; --fair: #8a5a00; --poor: #b9202c; --mark: #ffe08a; --mark-text: #1b2129; --code: #f7f9fb;
  --heat1: #fdeedd; --heat2: #fbd3a6; --heat3: #f5ac66; --heat4: #d9701f; --heat5: #97400a; --heat-text: #1b2129; --heat-text4: #1b2129; --heat-text5: #ffffff; }
@media screen and (prefers-color-scheme: dark) { :root {
  --page: #0f1318; --card: #171c23; --text: #e4e9ef; --soft: #a3adb9; --line: #303843; --link: #7cb8ff; --track: #2a313b;
  --good: #4cc274; --fair: #dea63a; --poor: #ff7b78; --mark: #6b5200; --mark-text: #fff6dd; --code: #11161c;
  --heat1: #33261a; --heat2: #4f3218; --heat3: #744415; --heat4: #a55d16; --heat5: #f0a04b; --heat-text: #f3ece4; --heat-text4: #ffffff; --heat-text5: #1b1206; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.wrap { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; z-index: 2; background: var(--card); padding: .5rem 1rem; }
header { padding: 2rem 0 0; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; letter-spacing: -.01em; } h2 { font-size: 1.3rem; margin: 0 0 .25rem; } h3 { font-size: 1.05rem; margin: 0; } h4 { font-size: 1rem; margin: 0; }
p { margin: .4rem 0; max-width: 54rem; } .soft, .note { color: var(--soft); } .note { font-size: .875rem; } ul.note { margin: .6rem 0 0; padding-left: 1.2rem; max-width: 54rem; } ul.note li + li { margin-top: .25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .95rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; padding: 1.25rem 0 3rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.4rem; min-width: 0; }
.top { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; align-items: center; }
.ring { flex: none; width: 8.5rem; height: 8.5rem; } .ring text { font-weight: 700; fill: var(--text); } .ring .of { font-weight: 400; fill: var(--soft); }
.ring circle { fill: none; stroke: var(--track); stroke-width: 10; } .ring .arc { stroke: currentColor; stroke-linecap: round; }
.good { color: var(--good); } .fair { color: var(--fair); } .poor { color: var(--poor); } .none { color: var(--soft); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .9rem 1.5rem; margin: 0; flex: 1 1 20rem; }
dl.facts div { min-width: 0; } dl.facts dt { color: var(--soft); font-size: .875rem; } dl.facts dd { margin: 0; font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; } dl.facts dd small { display: block; font-size: .8125rem; font-weight: 400; color: var(--soft); }
.formula { margin-top: 1rem; padding-top: .8rem; border-top: 1px solid var(--line); } code { font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.tier { margin-top: 1.4rem; } .tier > header { padding: 0; display: flex; align-items: baseline; gap: .75rem; border-bottom: 1px solid var(--line); padding-bottom: .35rem; } .tier > header .value { margin-left: auto; font-weight: 700; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } th, td { padding: .45rem .6rem; text-align: left; vertical-align: middle; } th { font-weight: 600; } thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom; }
tbody tr + tr > * { border-top: 1px solid var(--line); } td.number, th.number { text-align: right; white-space: nowrap; } .scroll { overflow-x: auto; }
.tier table th:first-child, .tier table td:first-child { padding-left: 0; } .tier table tbody th { width: 40%; font-weight: 500; } .tier table td.bar { width: 24%; }
.id { color: var(--soft); font-size: .875rem; font-weight: 400; margin-right: .35rem; white-space: nowrap; }
svg.bar { display: block; width: 100%; min-width: 6rem; height: 10px; } svg.bar .track { fill: var(--track); stroke: none; } svg.bar .fill { fill: currentColor; stroke: none; } svg.bar .before { stroke: var(--text); stroke-width: 2; }
.heat th[scope=row] { font-weight: 500; text-align: left; min-width: 11rem; overflow-wrap: anywhere; } .heat thead th { text-align: center; width: 5.2rem; min-width: 5.2rem; line-height: 1.25; hyphens: auto; font-weight: 500; } .heat thead th:first-child { text-align: left; width: auto; } .heat thead b { display: block; color: var(--text); } .heat thead .id { margin: 0; display: block; } .heat tbody .id { margin: 0 0 0 .5rem; }
.heat td { text-align: center; padding: 2px; border: 0; } .heat tbody tr + tr > * { border: 0; } .heat td span { display: block; border-radius: 6px; padding: .35rem .25rem; line-height: 1.3; background: var(--track); color: var(--soft); }
.heat td .h1, .key .h1 { background: var(--heat1); color: var(--heat-text); } .heat td .h2, .key .h2 { background: var(--heat2); color: var(--heat-text); } .heat td .h3, .key .h3 { background: var(--heat3); color: var(--heat-text); } .heat td .h4, .key .h4 { background: var(--heat4); color: var(--heat-text4); } .heat td .h5, .key .h5 { background: var(--heat5); color: var(--heat-text5); }
.heat td .h0 { background: none; }
.key { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin: .8rem 0 0; padding: 0; list-style: none; font-size: .8125rem; color: var(--soft); } .key span { border-radius: 6px; padding: .15rem .55rem; }
.files tbody th { font-weight: 500; overflow-wrap: anywhere; width: 46%; min-width: 13rem; } .files td { vertical-align: top; } .files tbody th { vertical-align: top; } .chips { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; margin: 0; padding: 0; } .chips li { border: 1px solid var(--line); border-radius: 99px; padding: 0 .6rem; font-size: .8125rem; white-space: nowrap; }
.tools { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: .75rem 0 0; } .tools label { font-size: .875rem; color: var(--soft); flex: 1 1 16rem; } .tools input { display: block; width: 100%; margin-top: .2rem; } .tools input, .tools button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--soft); border-radius: 8px; padding: .4rem .7rem; } .tools button { cursor: pointer; } .tools p { flex-basis: 100%; margin: 0; }
[hidden] { display: none !important; }
.principle { margin-top: 1.5rem; } .why { margin-bottom: .6rem; }
details { border: 1px solid var(--line); border-radius: 10px; margin-top: .6rem; } summary { cursor: pointer; padding: .6rem .9rem; border-radius: 10px; display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; list-style: none; } summary::-webkit-details-marker { display: none; } summary::before { content: "▸"; color: var(--soft); width: .8rem; } details[open] > summary::before { content: "▾"; } summary:hover { background: var(--code); } summary .about { color: var(--soft); flex: 1 1 20rem; font-size: .9375rem; } summary .count { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; } summary .name { font-weight: 600; overflow-wrap: anywhere; } .rule { padding: 0 .9rem .9rem; }
.finding { border-top: 1px solid var(--line); padding: .8rem 0 .2rem; } .place { font-weight: 600; overflow-wrap: anywhere; } .finding p { margin: .2rem 0 .5rem; overflow-wrap: anywhere; } .finding p code { background: var(--code); border: 1px solid var(--line); border-radius: 4px; padding: 0 .25em; } .finding + .finding { margin-top: .7rem; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 5px; font-size: .75rem; line-height: 1.35; padding: 0 .4rem; margin-left: .45rem; vertical-align: .08em; font-weight: 500; white-space: nowrap; } .tag.error { color: var(--poor); } .tag.warning { color: var(--fair); } .tag.new { color: var(--link); } .tag.edit { color: var(--soft); }
.frame { margin: 0; padding: .5rem 0; background: var(--code); border: 1px solid var(--line); border-radius: 8px; font: .8125rem/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; tab-size: 2; } .frame span.line { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); } .frame .at { color: var(--soft); text-align: right; padding-right: .9rem; user-select: none; } .frame .code { white-space: pre-wrap; overflow-wrap: anywhere; padding-right: .75rem; } .frame mark { background: var(--mark); color: var(--mark-text); border-radius: 2px; } .frame .hit .at { color: var(--text); font-weight: 700; }
footer { color: var(--soft); font-size: .875rem; padding-bottom: 3rem; }
@media (max-width: 40rem) { body { font-size: 15px; } .wrap { padding: 0 .8rem; } .card { padding: 1rem; } .top { gap: 1rem; } .tier table, .tier tbody, .tier tr { display: block; } .tier thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; }
  .tier tbody tr { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem 1rem; padding: .55rem 0; } .tier tbody tr + tr { border-top: 1px solid var(--line); } .tier tbody tr > * { border: 0 !important; padding: .1rem 0; width: auto !important; } .tier tbody th { flex: 0 0 100%; } .tier tbody td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font-size: .8125rem; } .tier td.number { text-align: left; } .tier td.number.score { font-weight: 700; } .tier table td.bar { flex: 1 1 70%; }
  summary .about { flex: 1 1 100%; order: 2; padding-left: 1.5rem; } summary .name { flex: 1; } .tools button { flex: 1; } .frame span.line { grid-template-columns: 2.6rem minmax(0, 1fr); } .frame .at { padding-right: .5rem; } }
@media print { :root { --page: #ffffff; } body { font-size: 10.5pt; } nav, .tools, .skip { display: none; } .card { border: 0; padding: 0; } main { gap: 1.4rem; } .scroll { overflow: visible; } .heat { font-size: 8pt; } .heat thead th { width: auto; min-width: 0; } .heat th[scope=row] { min-width: 0; } .card + .card { border-top: 2px solid var(--line); border-radius: 0; padding-top: 1rem; } details { border: 0; } summary { padding: .4rem 0; } summary::before { content: none !important; } .rule { padding: 0; } details::details-content { content-visibility: visible; display: block; } .finding, .tier tr, .heat tr, .files tr { break-inside: avoid; } h2, h3, h4, summary { break-after: avoid; } .ring *, svg.bar *, .heat td span, .key span, .frame, .frame mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; } }
`.trim();
