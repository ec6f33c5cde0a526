// A service worker for hosts that send no isolation headers: it adds them to every answer of the
// page's own origin, so that from the second load on the page's workers can share memory and its
// clock is precise. The boot script registers it only where a page is not isolated already. It keeps
// nothing and changes nothing else; where it fails, the page is as it was without it.
const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const withHeaders = (answer) => {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers });
};

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOwn = new URL(request.url).origin === self.location.origin;
  // Such a request may only be answered from the browser's own cache, and fails when it is repeated.
  const isCacheOnly = request.cache === "only-if-cached" && request.mode !== "same-origin";
  if (!isOwn || isCacheOnly) return;
  event.respondWith(fetch(request).then((answer) => (answer.type === "opaqueredirect" || answer.status === 0 ? answer : withHeaders(answer))));
});
