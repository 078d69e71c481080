/**
 * Brings real requests of another system in: the directory they imply, then the requests, row by
 * row.
 */
@NullMarked
package org.okno.local.importer;

import org.jspecify.annotations.NullMarked;
