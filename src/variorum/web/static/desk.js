"use strict";
// A reading that is not done: tell how far it is, and ask for its page again when it has ended.
(() => {
  const told = document.querySelector("[data-events]");
  const events = new EventSource(told.dataset.events);
  const again = () => {
    events.close();
    location.replace(location.href);
  };
  for (const state of ["waiting", "running"]) {
    events.addEventListener(state, (event) => {
      const job = JSON.parse(event.data);
      if (job.of > 0) {
        document.getElementById("count").textContent = `${job.done} of ${job.of}`;
      }
    });
  }
  events.addEventListener("done", again);
  events.addEventListener("failed", again);
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      again();
    }
  };
  // Who leaves holds no connection; who comes back sees how it stands.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      again();
    }
  });
})();
