/**
 * The page's whole style. Colours are chosen in pairs that keep at least 4.5 to 1 on their ground in light and dark
 * (WCAG 2.2, 1.4.3). System fonts: a page without external requests has no others.
 */
export const style = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24;--faint:#57606a;--line:#d8dee4;--shade:#f1f3f5;--edge:#0003;
--good:#116329;--good-bg:#dcf5e3;--bad:#a40e26;--bad-bg:#ffe5e8;--warn:#7a4a00;--warn-bg:#fff3d1;--none:#57606a;--none-bg:#eaeef2;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--card:#161b22;--ink:#e6edf3;--faint:#9aa4af;--line:#30363d;--shade:#1c222a;--edge:#000c;
--good:#6fdd8b;--good-bg:#12361f;--bad:#ff9492;--bad-bg:#4a1519;--warn:#f0c465;--warn-bg:#3b2b06;--none:#b1bac4;--none-bg:#2a3038;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
main{max-width:76rem;margin:0 auto;padding:2rem 1.25rem 4rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.kicker{margin:0 0 .4rem;color:var(--faint);font-size:.875rem;letter-spacing:.02em}
header.verdict{background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--none);border-radius:10px;padding:1.25rem 1.5rem;margin-bottom:1rem}
header.verdict h1{font-size:1.3rem;line-height:1.4;font-weight:650;margin:0;overflow-wrap:anywhere;text-wrap:pretty}
header.passed{border-left-color:var(--good)}header.failed,header.missing{border-left-color:var(--bad)}header.skipped{border-left-color:var(--warn)}
header.plumbing{border-left-color:var(--warn)}
.counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0 0;padding:0;list-style:none}
.note{background:var(--warn-bg);color:var(--warn);border-radius:8px;padding:.7rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}
.problem{background:var(--bad-bg);color:var(--bad);border-radius:8px;padding:.7rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:2rem 0 .6rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background-color:var(--card);background-repeat:no-repeat;
background-image:linear-gradient(to right,var(--card) 40%,transparent),linear-gradient(to left,var(--card) 40%,transparent),linear-gradient(to right,var(--edge),transparent),linear-gradient(to left,var(--edge),transparent);
background-size:3rem 100%,3rem 100%,1.1rem 100%,1.1rem 100%;background-position:left,right,left,right;background-attachment:local,local,scroll,scroll}
table{border-collapse:collapse;width:100%;font-size:.925rem;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.65rem .9rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;background:var(--shade);color:var(--faint);font-weight:600;font-size:.82rem}
tbody th{font-weight:650}
td small{display:block;color:var(--faint);font-size:.8rem;white-space:normal;max-width:15rem;overflow-wrap:break-word}
.tag{display:inline-block;border-radius:99px;padding:.05rem .6rem;font-size:.85rem;font-weight:600;background:var(--none-bg);color:var(--none)}
.tag.passed{background:var(--good-bg);color:var(--good)}.tag.failed,.tag.missing,.tag.error{background:var(--bad-bg);color:var(--bad)}
.tag.skipped,.tag.stand-in,.tag.unknown,.tag.warning{background:var(--warn-bg);color:var(--warn)}
article,details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:.6rem 0}
article{padding:.9rem 1.1rem;border-left:.3rem solid var(--none)}
article.error{border-left-color:var(--bad)}article.warning{border-left-color:var(--warn)}
article h3{font-size:.95rem;font-weight:600;margin:0 0 .35rem;overflow-wrap:anywhere}
article p{margin:.25rem 0;overflow-wrap:anywhere}
article details{border:0;margin:.4rem 0 0}article details>summary{padding:.2rem 0;color:var(--faint)}
article details>div{padding:0}
summary{cursor:pointer;padding:.65rem 1.1rem;font-weight:600;font-size:.95rem}
details>div{padding:0 1.1rem .9rem}
details h3{font-size:.92rem;margin:.9rem 0 .3rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:0;font-size:.9rem}
dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
pre{background:var(--shade);border-radius:8px;padding:.8rem 1rem;overflow-x:auto;margin:.4rem 0;line-height:1.45}
code.copied{display:block;user-select:all;background:var(--shade);border-radius:6px;padding:.35rem .6rem}
.figure{margin:1rem 0}.figure h4{font-size:.88rem;margin:0 0 .3rem}.figure p{margin:.3rem 0 0;color:var(--faint);font-size:.85rem;overflow-wrap:anywhere}
.figure th,.figure td{padding:.3rem .7rem;font-size:.85rem;font-weight:400}.figure thead th{font-weight:600}.figure td.number,.figure th.number{text-align:right;width:1%}
.figure td code{white-space:normal;overflow-wrap:anywhere}
.bar{display:block;position:relative;height:.7rem;min-width:9rem;margin-top:.3rem;background:var(--none-bg);border-radius:3px;overflow:hidden}
.bar i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--link)}
footer{margin-top:2.5rem;color:var(--faint);font-size:.85rem}
@media (max-width:40rem){main{padding:1rem .75rem 3rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}header.verdict{padding:1rem}header.verdict h1{font-size:1.1rem}
.scroll{border:0;background:none;overflow:visible}table,tbody,tr,tbody th,td{display:block;white-space:normal}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 .6rem;padding:.3rem 0}
tbody th{border:0;padding:.4rem 1rem;font-size:1rem;overflow-wrap:anywhere}
td{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.5rem;border:0;padding:.2rem 1rem;overflow-wrap:anywhere}
td::before{content:attr(data-label);color:var(--faint)}td small{max-width:none}.figure td.number{text-align:left}.figure td{grid-template-columns:7.5rem minmax(0,1fr)}}
@media print{body{background:#fff}.scroll{overflow:visible}th,td{white-space:normal}}
`;
