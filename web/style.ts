import { chartStyle } from './charts/style.ts';

/** The page's one style sheet: no outside font, image or script; light and dark; from a phone upwards. */
export const style = `
:root{color-scheme:light dark;--paper:#f4f2ec;--card:#fffefb;--ink:#1d2329;--soft:#5c6670;--line:#dcd8cd;
--accent:#17405c;--band:#17405c;--band-ink:#fff;--green:#1b7a4b;--amber:#a86200;--red:#b3261e;--track:#e7e3d8}
@media(prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1c2227;--ink:#e8e6e0;--soft:#9aa4ad;--line:#323a41;
--accent:#8fc1e0;--band:#12303f;--band-ink:#eef3f6;--green:#5cc690;--amber:#e5a545;--red:#f28b82;--track:#2c343b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;
font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.wrap{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header{background:var(--band);color:var(--band-ink)}
header a{color:inherit}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;padding-top:1rem}
.brand{font-size:1.3rem;font-weight:700;letter-spacing:.08em}.brand small{font-weight:400;letter-spacing:0;opacity:.85;margin-left:.35rem}
.tagline{flex:1;opacity:.85;font-size:.9rem;min-width:14rem}
.title{padding:1.1rem 0 1.3rem;display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;align-items:flex-end;justify-content:space-between}
.title nav{font-size:.9rem;opacity:.9}
h1{margin:.1rem 0 0;font-size:2rem;line-height:1.2}h1 small{font-size:1rem;font-weight:400;opacity:.85;margin-left:.5rem}
.facts{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0}.facts div{min-width:6rem}
.facts dt{font-size:.8rem;opacity:.8}.facts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.path{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:1.25rem 0 0;padding:0}
.path a{display:block;height:100%;padding:.6rem .9rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem;color:inherit;text-decoration:none}
.path a:hover{border-color:var(--accent)}
.path b{display:block;font-size:1.05rem}.path li:nth-child(-n+3) b::after{content:" →";color:var(--soft)}.path .tally{font-size:.9rem;color:var(--soft);display:flex;gap:.7rem}
section{margin:2rem 0}h2{font-size:1.25rem;margin:0 0 .75rem}h2 small{color:var(--soft);font-weight:400;font-size:.9rem;margin-left:.5rem}
.stage{margin:1.6rem 0 0}.stage h3{display:flex;align-items:baseline;gap:.6rem;margin:0 0 .6rem;font-size:1.1rem}
.stage h3 small{color:var(--soft);font-weight:400;font-size:.85rem}.stage h3 i{font-style:normal;color:var(--soft);font-size:.85rem;font-weight:400}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15.5rem,100%),1fr));gap:.8rem}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;display:flex;flex-direction:column;gap:.25rem}
.card.green{border-left-color:var(--green)}.card.amber{border-left-color:var(--amber)}.card.red{border-left-color:var(--red)}
.card h4{margin:0;font-size:.95rem;font-weight:600;display:flex;justify-content:space-between;gap:.5rem}
.value{font-size:1.9rem;font-weight:650;line-height:1.15;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.value small{font-size:.95rem;font-weight:500}
.value.none{font-size:1.15rem;color:var(--soft);font-weight:500;padding:.4rem 0}
.of{color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
.rag{white-space:nowrap;font-size:.85rem;font-weight:600}.rag.green{color:var(--green)}.rag.amber{color:var(--amber)}.rag.red{color:var(--red)}
.bar{width:100%;height:6px;display:block;margin:.15rem 0}.bar .track{fill:var(--track)}.bar .fill{fill:var(--accent)}
.bar.green .fill{fill:var(--green)}.bar.amber .fill{fill:var(--amber)}.bar.red .fill{fill:var(--red)}
.parts{margin:.2rem 0 0;padding:.35rem 0 0;border-top:1px dashed var(--line);list-style:none;font-size:.85rem;font-variant-numeric:tabular-nums}
.parts li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .5rem}.parts span:last-child{color:var(--soft);white-space:nowrap}
.meta{margin-top:auto;padding-top:.35rem;color:var(--soft);font-size:.78rem;display:flex;flex-wrap:wrap;gap:0 .8rem}
details{font-size:.82rem;color:var(--soft)}summary{cursor:pointer}
.scroll{overflow-x:auto;background:linear-gradient(90deg,var(--card) 30%,transparent),linear-gradient(270deg,var(--card) 30%,transparent) 100% 0,linear-gradient(90deg,var(--soft),transparent),linear-gradient(270deg,var(--soft),transparent) 100% 0;background-repeat:no-repeat;background-color:var(--card);background-size:2.5rem 100%,2.5rem 100%,.6rem 100%,.6rem 100%;background-attachment:local,local,scroll,scroll;border:1px solid var(--line);border-radius:.6rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.5rem .8rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child,td:first-child{text-align:left}tbody tr:last-child>*{border-bottom:0}
thead th{font-weight:600;color:var(--soft);font-size:.82rem;white-space:normal;vertical-align:bottom}
tbody th{font-weight:600}td .rag{margin-left:.35rem}.none{color:var(--soft)}td.text,th.text{text-align:left}
td.file{white-space:normal;overflow-wrap:anywhere;min-width:14rem}.back{display:flex;flex-wrap:wrap;gap:0 .8rem}
.state{display:inline-block;padding:.05rem .55rem;border-radius:1rem;border:1px solid var(--line);font-size:.82rem}
.state.published{color:var(--green);border-color:currentcolor}.state.rejected{color:var(--red);border-color:currentcolor}
.state.received,.state.reading,.state.accepted,.state.staged{color:var(--amber);border-color:currentcolor}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:1rem}
.panel{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.2rem}
.panel h2{margin-bottom:.4rem}.panel p{margin:.2rem 0 .6rem}
pre{margin:0;padding:.8rem 1rem;background:var(--track);border-radius:.4rem;overflow-x:auto;font-size:.85rem}
.panel ul{margin:0;padding-left:1.1rem}.panel li{overflow-wrap:anywhere}
.notice{background:var(--card);border:1px dashed var(--line);border-radius:.6rem;padding:1.2rem;margin:1.25rem 0 0}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.85rem;padding:1rem 0 2rem;margin-top:2.5rem}
footer p{margin:.2rem 0}
${chartStyle}@media(max-width:34rem){h1{font-size:1.6rem}.cards{grid-template-columns:1fr}.wrap{padding:0 .9rem}
.panel{padding:.8rem}.uploads,.uploads tbody,.uploads tr{display:block}.uploads thead{display:none}.uploads tr{display:flex;flex-wrap:wrap;gap:.2rem .9rem;padding:.5rem .8rem;border-bottom:1px solid var(--line)}
.uploads td{padding:0;border:0;text-align:left;white-space:normal}.uploads td.file{flex-basis:100%}.uploads td[data-name]::before{content:attr(data-name) " ";color:var(--soft);font-size:.8rem}}
@media print{header{background:none;color:inherit}.card,.path a,.scroll{break-inside:avoid}}
`;
