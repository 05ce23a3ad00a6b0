export {attributes, default} from './x.tsx'
