/** What a person agreed to, as staff record it. */
@NullMarked
package org.okno.cases.consents;

import org.jspecify.annotations.NullMarked;
