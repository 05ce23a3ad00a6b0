export function drawChart() {
  return ''
}
