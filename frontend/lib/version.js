/** Of this program, told to the server with every sending. */
export const VERSION = '0.1.0';
