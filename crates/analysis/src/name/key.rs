//! From sounds to a key: what spellings of one name differ in is made one.

const LONGEST: usize = 96;

/// From how many sounds on a word is long enough to be told from others by its consonants and
/// three kinds of vowel. Shorter ones would fall together (*Ban* and *Ben*, *Bond* and *Bund*).
pub(super) const LONG: usize = 5;

#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    sounds: [u8; LONGEST],
    length: usize,
}

pub(super) fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

impl Key {
    /// The key of sounds.
    pub(super) fn of(sounds: &[u8]) -> Self {
        let mut key = Self::plain(sounds);
        if key.length >= LONG {
            for sound in &mut key.sounds[..key.length] {
                match *sound {
                    b'e' => *sound = b'a',
                    b'o' => *sound = b'u',
                    _ => {}
                }
            }
        }
        key
    }

    /// The sounds with all regular differences of spelling removed, but with every vowel.
    pub(super) fn plain(sounds: &[u8]) -> Self {
        let mut key = Self {
            sounds: [0; LONGEST],
            length: 0,
        };
        for &sound in sounds {
            key.add(sound);
        }
        key.begin();
        key.end();
        key
    }

    pub(super) fn sounds(&self) -> &[u8] {
        &self.sounds[..self.length]
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(self.sounds()).unwrap_or_default()
    }

    fn before(&self, back: usize) -> u8 {
        self.length
            .checked_sub(back)
            .map_or(0, |at| self.sounds[at])
    }

    /// Whether a consonant stands before the last two sounds.
    fn has_soft_u(&self) -> bool {
        self.length > 2 && !is_vowel(self.before(3))
    }

    fn add(&mut self, sound: u8) {
        let (last, earlier) = (self.before(1), self.before(2));
        match (last, sound) {
            _ if last == sound => return,
            // Andreyev and Andreev, Yerevan and Erevan: a glide before *e* is written or not.
            (b'i', b'e') if is_vowel(earlier) || self.length == 1 => {
                self.length -= 1;
                if self.before(1) == sound {
                    return;
                }
            }
            // Rezaei and Rezai.
            (b'e', b'i') if earlier == b'a' => self.length -= 1,
            // Шукюров and Shukurov, Гюльнара and Gulnara: *yu* between consonants is *u*.
            (b'u', _) if earlier == b'i' && self.has_soft_u() && !is_vowel(sound) => {
                self.length -= 2;
                self.add(b'u');
            }
            // Mkrt-chyan and Mkr-tchyan, Хрущ- and Khrushch-, Hajiyev and Hadjiyev.
            (b't', b'c') | (b'd', b'j') => self.length -= 1,
            (b'x', b'c') => return,
            // ts, tz, c and z; dz and z: Yeltsin and Jelzin, Herzog and Герцог.
            (b't', b's' | b'z') | (b'd', b's' | b'z') => {
                self.length -= 1;
                return self.add(b'z');
            }
            (b'z', b's') => return,
            _ => {}
        }
        if let Some(place) = self.sounds.get_mut(self.length) {
            *place = sound;
            self.length += 1;
        }
    }

    fn begin(&mut self) {
        // William and Уильям.
        if let [b'u', b'i' | b'e', _, ..] = self.sounds() {
            self.sounds[0] = b'v';
        }
    }

    fn end(&mut self) {
        let length = self.length;
        match self.sounds() {
            // Aliyef, Romanoff.
            [_, _, .., b'e' | b'o', b'f'] => self.sounds[length - 1] = b'v',
            // Nasrallah and Насралла.
            [_, _, _, .., b'a', b'h'] => self.length -= 1,
            // Alexander and Aleksandr.
            [_, .., before, b't' | b'd', b'e', b'r'] if !is_vowel(*before) => {
                self.sounds[length - 2] = b'r';
                self.length -= 1;
            }
            _ => {}
        }
        // Orujov and Оруджев: after a hissing sound Russian writes *e*.
        match self.sounds() {
            [.., b'c' | b'j' | b'x', b'o', b'v'] => self.sounds[self.length - 2] = b'e',
            [.., b'c' | b'j' | b'x', b'o', b'v', b'a'] => self.sounds[self.length - 3] = b'e',
            // Solovyov and Soloviev.
            [.., b'i', b'o', b'v'] => self.sounds[self.length - 2] = b'e',
            [.., b'i', b'o', b'v', b'a'] => self.sounds[self.length - 3] = b'e',
            // Korea and Корея.
            [.., b'e', b'i', b'a'] => {
                self.length -= 1;
                self.sounds[self.length - 1] = b'a';
            }
            _ => {}
        }
    }
}
