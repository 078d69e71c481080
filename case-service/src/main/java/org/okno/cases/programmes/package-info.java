/** Programmes of help: what is planned for one person, over several needs and agencies. */
@NullMarked
package org.okno.cases.programmes;

import org.jspecify.annotations.NullMarked;
