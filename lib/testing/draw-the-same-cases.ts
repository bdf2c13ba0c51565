import fc from 'fast-check'

// A commit passes its properties or it does not: whoever runs them again sees the same cases.
// `PROPERTY_SEED=$RANDOM npm run verify -- --only unit` looks at others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) })
