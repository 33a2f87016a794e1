"use strict";
// A reading that is not done: ask for its page again; the server answers when there is news.
(async () => {
  const here = location.href;
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(here, { redirect: "follow" });
    const page = await answer.text();
    if (answer.redirected || !page.includes('id="again"')) {
      location.replace(answer.redirected ? answer.url : here);
      return;
    }
  }
})();
