/** The style sheet of the docs pages: no outside font, image or script; light and dark; on paper every part is open. */
export const docsStyle = `
:root{color-scheme:light dark;--paper:#f4f2ec;--card:#fffefb;--ink:#1d2329;--soft:#5c6670;--line:#dcd8cd;--accent:#17405c;--track:#e7e3d8}
@media(prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1c2227;--ink:#e8e6e0;--soft:#9aa4ad;--line:#323a41;--accent:#8fc1e0;--track:#2c343b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main,header{max-width:64rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline}h1{margin:0;font-size:1.7rem;flex:1}
nav ul{columns:18rem;padding-left:1.1rem;margin:.3rem 0}nav h2{font-size:1rem;margin:.8rem 0 0}
section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem;margin:1rem 0}
h3{margin:0;font-size:1.05rem;overflow-wrap:anywhere}h3 b{color:var(--accent)}h4{margin:.8rem 0 .2rem;font-size:.9rem;color:var(--soft)}
p{margin:.3rem 0}code,pre,input,select{font:.875rem/1.5 ui-monospace,Consolas,monospace}
pre,td code{overflow-wrap:anywhere;white-space:pre-wrap}pre{background:var(--track);padding:.6rem .8rem;border-radius:.4rem;margin:.3rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}.soft{color:var(--soft);font-size:.88rem}
form div{display:flex;flex-wrap:wrap;gap:.4rem .8rem;margin:.3rem 0}label{display:flex;flex-direction:column;font-size:.85rem}
input,select,button{padding:.3rem .4rem;border:1px solid var(--line);border-radius:.3rem;background:var(--paper);color:inherit;max-width:18rem}
button{font:inherit;border-color:var(--accent);cursor:pointer}summary{cursor:pointer;color:var(--soft);font-size:.9rem;margin:.5rem 0 .2rem}
ul{padding-left:1.1rem;margin:.3rem 0}li{overflow-wrap:anywhere}
@media print{form{display:none}section{break-inside:avoid;border:0}body{background:none}}
`;
