/**
 * Imports requests of another system: the directory derived from them, then the requests row by
 * row.
 */
@NullMarked
package org.okno.local.importer;

import org.jspecify.annotations.NullMarked;
