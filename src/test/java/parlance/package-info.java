/** Tests of the whole: its architecture, its deployment, its servers. */
package parlance;
