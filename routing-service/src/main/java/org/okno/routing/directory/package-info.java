/**
 * Which agencies there are, what they offer, where and for whom: imported as a document, published
 * entry by entry, read by the routing rules from memory.
 */
@NullMarked
package org.okno.routing.directory;

import org.jspecify.annotations.NullMarked;
