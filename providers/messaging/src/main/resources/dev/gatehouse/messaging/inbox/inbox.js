// Asks for the page again and takes over what is new, so that focus, scroll position and opened texts stay.
const list = document.getElementById('messages');
const empty = document.getElementById('empty');
const news = document.getElementById('news');
let version = document.body.dataset.version;

function newestFirst(page) {
  return [...page.querySelectorAll('#messages > li')];
}

async function refresh() {
  const answer = await fetch(location.href, {
    cache: 'no-store',
    headers: { 'Accept': 'text/html', 'If-None-Match': version },
  });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  version = page.body.dataset.version;
  const fresh = newestFirst(page);
  const kept = new Set(fresh.map((message) => message.id));
  newestFirst(document).filter((message) => !kept.has(message.id)).forEach((message) => message.remove());
  const added = fresh.filter((message) => !document.getElementById(message.id));
  list.prepend(...added);
  empty.hidden = list.children.length > 0;
  if (added.length > 0) {
    news.textContent = added.length === 1 ? 'One new message' : added.length + ' new messages';
  }
}

function watch() {
  const next = document.hidden ? Promise.resolve() : refresh();
  next.catch(() => {}).finally(() => setTimeout(watch, 2000));
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) { refresh().catch(() => {}); } });
setTimeout(watch, 2000);
