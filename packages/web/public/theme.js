// Sets the remembered theme before the first paint; an own file because no inline script is allowed.
(() => {
  try {
    const theme = localStorage.getItem("sleekapp.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme applies.
  }
})();
