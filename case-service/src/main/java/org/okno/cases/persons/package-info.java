/** Erasure: what a case forgets when a person is erased. */
@NullMarked
package org.okno.cases.persons;

import org.jspecify.annotations.NullMarked;
