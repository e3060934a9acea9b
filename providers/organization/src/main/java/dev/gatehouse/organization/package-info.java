/**
 * What an organization is and who may do what in it.
 *
 * <p>The rules are here and know no technology: which permissions there are ({@link
 * dev.gatehouse.organization.Permission}), which roles carry them ({@link
 * dev.gatehouse.organization.OrganizationRole}), what a caller may do, see and grant ({@link
 * dev.gatehouse.organization.Authority}), and which names are good ones. The sub-packages only translate.
 */
@NullMarked
package dev.gatehouse.organization;

import org.jspecify.annotations.NullMarked;
