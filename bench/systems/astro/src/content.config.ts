import {defineCollection} from 'astro:content'
import {glob} from 'astro/loaders'
import {z} from 'astro/zod'

const articles = defineCollection({
  loader: glob({base: './content', pattern: '**/*.md'}),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.coerce.date(),
    categories: z.array(z.string()),
    tags: z.array(z.string())
  })
})

export const collections = {articles}
