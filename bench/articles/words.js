const words =
  `a the this each one system builds graph query value traces article renders parser token stream cache hash input output
worker thread memory latency index search engine model vector matches label threshold pipeline storage object page theme layout
script style network protocol request response server client browser document section heading paragraph example result
measures figure table code function module package version release change review design reason problem method data with without
for before after when because of in on under between and or but is are was can may must should not only also never always
quickly often together`.split(/\s+/)

/** Words with a capital at the start, from `least` to `most` of them, without a period. */
export function phrase(random, least, most) {
  const length = least + Math.floor(random() * (most - least + 1))
  const text = Array.from({length}, () => word(random)).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** One word. */
export function word(random) {
  return words[Math.floor(random() * words.length)]
}
