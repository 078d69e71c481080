/**
 * The rules by which a need finds its agency: plain objects, listed by name and version. Each
 * result says why; what no rule can assign is held with candidates.
 */
@NullMarked
package org.okno.routing.policy;

import org.jspecify.annotations.NullMarked;
