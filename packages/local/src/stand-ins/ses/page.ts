const style = `
:root{color-scheme:light dark;--bg:#faf8f5;--pane:#fff;--ink:#1f2328;--dim:#6b6f76;--line:#e4dfd7;--mark:#2f5d50;--on:#eef4f1}
@media(prefers-color-scheme:dark){:root{--bg:#16181a;--pane:#1e2124;--ink:#e8e6e3;--dim:#9aa0a6;--line:#32363a;--mark:#8fc7b3;--on:#25302c}}
*{box-sizing:border-box}body{margin:0;font:15px/1.45 system-ui,sans-serif;background:var(--bg);color:var(--ink);height:100vh;display:grid;grid-template-rows:auto 1fr}
header{display:flex;gap:1rem;align-items:center;padding:.75rem 1rem;border-bottom:1px solid var(--line);flex-wrap:wrap}
h1{font-size:1.1rem;margin:0}header p{margin:0;color:var(--dim);font-size:.85rem}input,button{font:inherit;color:inherit;background:var(--pane);border:1px solid var(--line);border-radius:.5rem;padding:.4rem .7rem}
input{flex:1;min-width:10rem;max-width:24rem}button{cursor:pointer}button:hover,a:hover{border-color:var(--mark)}:focus-visible{outline:2px solid var(--mark);outline-offset:1px}
main{display:grid;grid-template-columns:minmax(16rem,26rem) 1fr;min-height:0}ol{list-style:none;margin:0;padding:0;overflow:auto;border-right:1px solid var(--line)}
li button{display:block;width:100%;text-align:left;border:0;border-bottom:1px solid var(--line);border-radius:0;padding:.7rem 1rem;background:none}
li button[aria-current=true]{background:var(--on);box-shadow:inset 3px 0 var(--mark)}li b{display:block;overflow-wrap:anywhere}li span{display:flex;justify-content:space-between;gap:1rem;color:var(--dim);font-size:.82rem}
li i{display:block;font-style:normal;color:var(--dim);font-size:.85rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
article{display:flex;flex-direction:column;min-width:0;min-height:0;padding:1rem;gap:.6rem;overflow:auto}article h2{margin:0;font-size:1.25rem;overflow-wrap:anywhere}dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;font-size:.88rem}dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
nav{display:flex;gap:.4rem;flex-wrap:wrap}nav [aria-pressed=true]{background:var(--on);border-color:var(--mark)}a.file{color:inherit;text-decoration:none;border:1px solid var(--line);border-radius:.5rem;padding:.35rem .6rem;font-size:.85rem}
iframe{flex:1;min-height:24rem;width:100%;border:1px solid var(--line);border-radius:.5rem;background:#fff}pre{flex:1;margin:0;padding:1rem;background:var(--pane);border:1px solid var(--line);border-radius:.5rem;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace}
.empty{color:var(--dim);padding:2rem;text-align:center}.back{display:none}
@media(max-width:760px){main{grid-template-columns:1fr}ol{border:0}body.open ol{display:none}body:not(.open) article{display:none}.back{display:inline-block}}
`;

/** Runs in the browser: lists, shows and follows the mails. Everything a mail says is set as text, never as markup. */
const script = `
const $=(s)=>document.querySelector(s),el=(tag,props={},...kids)=>{const n=Object.assign(document.createElement(tag),props);n.append(...kids);return n};
let mails=[],current=location.hash.slice(1),view="html",shown="";
const size=(b)=>b<1024?b+" B":b<1048576?Math.round(b/1024)+" kB":(b/1048576).toFixed(1)+" MB";
const when=(at)=>new Date(at).toLocaleString([],{dateStyle:"short",timeStyle:"medium"});
function wanted(){const q=$("#q").value.trim().toLowerCase();return q?mails.filter((m)=>[m.subject,m.from,...m.to,...m.cc,...m.bcc].join(" ").toLowerCase().includes(q)):mails}
function list(){const items=wanted();$("#count").textContent=mails.length===1?"1 mail":mails.length+" mails";
 const key=JSON.stringify([items.map((m)=>m.id),current]);if(key===shown)return;shown=key;
 $("ol").replaceChildren(...items.map((m)=>{const b=el("button",{type:"button",onclick:()=>open(m.id)},el("span",{},el("span",{textContent:m.to.concat(m.cc,m.bcc).join(", ")}),el("time",{textContent:when(m.at)})),el("b",{textContent:m.subject||"(no subject)"}),el("i",{textContent:(m.attachments.length?"📎 ":"")+m.preview}));if(m.id===current)b.setAttribute("aria-current","true");return el("li",{},b)}));
 if(!items.length)$("ol").replaceChildren(el("li",{className:"empty",textContent:mails.length?"No mail matches.":"No mail yet. Whatever the system sends appears here by itself."}))}
async function open(id){current=id;history.replaceState(null,"","#"+id);document.body.classList.add("open");list();
 const r=await fetch("/mails/"+id);if(!r.ok){close();return}const m=await r.json();if(current!==id)return;
 const rows=[["From",m.from],["To",m.to.join(", ")],["Cc",m.cc.join(", ")],["Bcc",m.bcc.join(", ")],["Reply to",m.replyTo.join(", ")],["Sent",when(m.at)]].filter(([,v])=>v);
 if(!m.html)view="text";else if(!m.text)view="html";
 const body=view==="html"?el("iframe",{title:m.subject||"mail",src:"/mails/"+id+"/html"}):el("pre",{textContent:m.text||"(no text part)"});
 if(view==="html")body.setAttribute("sandbox","allow-popups allow-popups-to-escape-sandbox");
 const tab=(name,label,has)=>{const b=el("button",{type:"button",textContent:label,disabled:!has,onclick:()=>{view=name;open(id)}});b.setAttribute("aria-pressed",String(view===name));return b};
 $("article").replaceChildren(el("button",{type:"button",className:"back",textContent:"← All mails",onclick:close}),el("h2",{textContent:m.subject||"(no subject)"}),
  el("dl",{},...rows.flatMap(([k,v])=>[el("dt",{textContent:k}),el("dd",{textContent:v})])),
  el("nav",{},tab("html","Formatted",m.html),tab("text","Text",m.text),...m.attachments.map((a,i)=>el("a",{className:"file",href:"/mails/"+id+"/attachments/"+i,target:"_blank",rel:"noopener",textContent:"📎 "+a.name+" · "+size(a.bytes)}))),body)}
function close(){current="";history.replaceState(null,"",location.pathname);document.body.classList.remove("open");list()}
async function poll(){try{const r=await fetch("/mails");mails=(await r.json()).items;list()}catch{$("#count").textContent="The local stage has stopped."}}
$("#q").oninput=list;$("#clear").onclick=async()=>{if(!mails.length||!confirm("Delete all mails?"))return;await fetch("/mails",{method:"DELETE"});close();$("article").replaceChildren(el("p",{className:"empty",textContent:"Choose a mail."}));poll()};
addEventListener("keydown",(e)=>{if(e.target.tagName==="INPUT")return;const items=wanted(),at=items.findIndex((m)=>m.id===current);const go={j:at+1,ArrowDown:at+1,k:at-1,ArrowUp:at-1}[e.key];if(go!==undefined&&items[go]){e.preventDefault();open(items[go].id)}});
poll().then(()=>current&&open(current));setInterval(()=>document.hidden||poll(),2000);
`;

/** The inbox page: the list on the left, the mail on the right, following what arrives. */
export const inboxPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Mail</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><h1>Mail</h1><p id="count" role="status">…</p><input id="q" type="search" placeholder="Search by address or subject" aria-label="Search mails"><button type="button" id="clear">Delete all</button></header>
<main><ol aria-label="Mails"></ol><article aria-live="polite"><p class="empty">Choose a mail.</p></article></main><script>${script}</script></body></html>`;
