/** The events of Okno: what the services tell each other, and nothing else. */
@NullMarked
package org.okno.contracts;

import org.jspecify.annotations.NullMarked;
