package io.ttquant.exchanges.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.ExchangeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the ports: addresses, headers, requests, proxies. */
class PortsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.binance.com/api/v3/time",
                "HTTPS://api.binance.com",
                "http://127.0.0.1:8080/",
                "http://127.255.255.254/",
                "http://[::1]:80/",
                "http://LocalHost/"
            })
    void addressesWithTlsOrOfThisMachineAreTaken(String uri) {
        assertThatCode(() -> Addresses.require(URI.create(uri), "https")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.binance.com/?signature=s3cret",
                "http://127.0.0.1.evil.com/?signature=s3cret",
                "http://127.1/?signature=s3cret",
                "http://127.0.0.256/?signature=s3cret",
                "http://localhost.evil.com/?signature=s3cret",
                "http://0.0.0.0/?signature=s3cret",
                "http://[::ffff:7f00:1]/?signature=s3cret",
                "ws://127.0.0.1/?signature=s3cret",
                "file:///etc/passwd?signature=s3cret",
                "https:/path?signature=s3cret",
                "https://user@api.binance.com/?signature=s3cret",
                "https://api.binance.com/?signature=s3cret#fragment"
            })
    void othersAreRefusedWithoutTheirQuery(String uri) {
        assertThatThrownBy(() -> Addresses.require(URI.create(uri), "https"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void headersCompareWithoutCaseAndKeepTheirOrder() {
        HttpHeaders headers = HttpHeaders.of("A", "1", "b", "2", "a", "3");
        assertThat(headers.first("a")).isEqualTo("1");
        assertThat(headers.first("B")).isEqualTo("2");
        assertThat(headers.first("c")).isNull();
        assertThat(headers).hasToString("[A, b, a]");
    }

    @Test
    void headersThatWouldSplitARequestAreRefusedWithoutTheirValue() {
        assertThatThrownBy(() -> HttpHeaders.of("X-MBX-APIKEY", "s3cret\r\nHost: evil"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-MBX-APIKEY")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> HttpHeaders.of("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpHeaders.of("a: b", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpHeaders.of("a")).hasMessageContaining("pairs");
    }

    @Test
    void requestsThatCannotBeMeantAreRefused() {
        URI uri = URI.create("https://api.test/order?signature=s3cret");
        assertThatThrownBy(() -> HttpRequest.of("PATCH", uri)).hasMessageContaining("PATCH");
        assertThatThrownBy(() -> HttpRequest.of("GET", uri).withBody(new byte[3]))
                .hasMessageContaining("3 bytes");
        assertThatThrownBy(() -> HttpRequest.of("GET", uri).withTimeout(Duration.ZERO))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> HttpRequest.of("GET", uri).withCeiling(-1)).hasMessageContaining("-1");
        assertThat(HttpRequest.of("GET", uri)).hasToString("GET https://api.test/order");
    }

    @Test
    void proxiesAreReadFromTheirAddress() {
        assertThat(ProxySettings.parse(" ")).isSameAs(ProxySettings.NONE).hasToString("no proxy");
        ProxySettings http = ProxySettings.parse("http://proxy.local:3128");
        assertThat(http).hasToString("HTTP proxy.local:3128");
        assertThat(ProxySettings.parse("SOCKS5://10.0.0.1:1080").kind()).isEqualTo(ProxySettings.Kind.SOCKS5);
        assertThat(http.withCredentials("user", "s3cret").toString()).doesNotContain("s3cret", "user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.local:3128",
                "http://proxy.local",
                "http://proxy.local:0",
                "http://proxy.local:65536",
                "https://proxy.local:3128",
                "socks4://proxy.local:1080",
                "http://user:s3cret@proxy.local:3128",
                "http://proxy local:3128"
            })
    void otherAddressesOfProxiesAreRefused(String text) {
        assertThatThrownBy(() -> ProxySettings.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the proxy's address")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void proxiesAreReadFromTheSettingsOfAnExchange() {
        assertThat(ProxySettings.from(new ExchangeConfig(Map.of()))).isSameAs(ProxySettings.NONE);
        ProxySettings proxy = ProxySettings.from(new ExchangeConfig(
                Map.of("proxy", "socks5://10.0.0.1:1080", "proxy_user", "user", "proxy_password", "s3cret")));
        assertThat(proxy.user()).isEqualTo("user");
        assertThat(proxy.password()).isEqualTo("s3cret");
        assertThatThrownBy(() -> ProxySettings.from(new ExchangeConfig(Map.of("proxy_user", "user"))))
                .hasMessageContaining("no proxy");
        assertThatThrownBy(() -> ProxySettings.from(
                        new ExchangeConfig(Map.of("proxy", "http://10.0.0.1:3128", "proxy_password", "s3cret"))))
                .hasMessageContaining("1 to 255 characters")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void credentialsNeedAProxyAndContents() {
        assertThatThrownBy(() -> ProxySettings.NONE.withCredentials("user", "s3cret"))
                .hasMessageContaining("no proxy")
                .hasMessageNotContaining("s3cret");
        ProxySettings proxy = ProxySettings.parse("http://proxy.local:3128");
        assertThatThrownBy(() -> proxy.withCredentials("", "s3cret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proxy.withCredentials("user", "x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
