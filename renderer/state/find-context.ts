import { createContext, useContext } from 'react';

const FindContext = createContext<() => void>(() => undefined);

/** Lends a page the search over everything, which the frame around it owns. */
export const FindProvider = FindContext.Provider;

/** Opens the search over everything. */
export const useFind = (): (() => void) => useContext(FindContext);
