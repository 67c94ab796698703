/** Styles of the charts: part of the page's one style sheet. */
export const chartStyle = `
.room{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem;align-items:start}
.column{display:grid;gap:1rem;min-width:0}.chart{min-width:0}.chart.wide{grid-column:1/-1}.chart h3{margin:0 0 .3rem;font-size:1.05rem}
.chart h3 small{font-weight:400;font-size:.8rem;margin-left:.5rem}.chart .note{color:var(--soft);font-size:.85rem}
.chart .scroll{border:0;border-radius:0}.chart td,.chart th{padding:.32rem .6rem}
.burn-up{display:block;width:100%;height:auto}
.burn-up text{font-size:12px;fill:var(--soft)}.burn-up text.now{font-size:13px;font-weight:600;fill:var(--ink)}
.burn-up path,.key path{fill:none;stroke-width:2;stroke-linejoin:round}.burn-up .grid,.burn-up .tick{stroke:var(--line);stroke-width:1}
.burn-up .deadline{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 4}
path.plan-step{stroke:var(--amber)}path.plan-linear{stroke:var(--amber);stroke-dasharray:2 3}
path.started{stroke:var(--accent);stroke-width:3}path.completed{stroke:var(--green);stroke-width:3}
circle.started{fill:var(--accent)}circle.completed{fill:var(--green)}
.burn-up path.forecast,.key path.forecast{stroke-dasharray:6 5;stroke-width:2}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0;padding:0;font-size:.85rem;color:var(--soft)}
.panel .legend{padding:0}.key{width:1.75rem;height:.5rem;margin-right:.4rem;vertical-align:middle}
.flow{display:block;width:100%;min-width:7rem;height:.8rem}.flow .fill{fill:var(--accent)}.flow .gap{fill:var(--track)}
.steps td.bars{width:38%;min-width:8rem;text-align:left}.steps th{white-space:normal}.steps small{display:block;color:var(--soft);white-space:normal}.steps thead th:nth-child(2){text-align:left}
.ranking td:first-child{text-align:left;width:2.5rem}.ranking th{text-align:left;white-space:nowrap}.ranking thead th:last-child{text-align:right}
.move{white-space:nowrap;color:var(--soft)}.move.up{color:var(--green)}.move.down{color:var(--red)}
.heat td{text-align:center}.heat thead th{text-align:center}.heat thead th:first-child{text-align:left}
td.heat.green{background:color-mix(in srgb,var(--green) 12%,transparent)}td.heat.amber{background:color-mix(in srgb,var(--amber) 16%,transparent)}
td.heat.red{background:color-mix(in srgb,var(--red) 14%,transparent)}
@media(max-width:34rem){.burn-up{overflow:visible}.burn-up text{font-size:22px}.burn-up text.now{font-size:23px}.burn-up text.month.even{display:none}
.chart td,.chart th{padding:.3rem}.ranking th,.ranking td{white-space:normal}.steps td.bars{min-width:5rem}.flow{min-width:4rem}.steps td{white-space:normal}}
`;
