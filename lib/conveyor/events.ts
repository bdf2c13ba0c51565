/** Boxes were announced, corrected, packed, cancelled, missed or found: id is the label, or `*` for several. */
export const boxesChanged = 'conveyor/boxes.changed'
/** The drawing of a site's belts was replaced: id is the site, version the drawing's. */
export const topologyChanged = 'conveyor/topology.changed'
