// Runs before the first paint, so that a chosen theme does not flash. Kept per browser; the rest
// of the settings is kept by the server.
try {
  const theme = localStorage.getItem('twosource.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const density = localStorage.getItem('twosource.density');
  if (density === 'compact') document.documentElement.dataset.density = density;
} catch {
  // A browser that keeps nothing follows the system.
}
