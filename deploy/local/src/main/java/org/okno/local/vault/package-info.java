/** The vault of personal data, for who operates it: its access journal and its keys. */
@NullMarked
package org.okno.local.vault;

import org.jspecify.annotations.NullMarked;
